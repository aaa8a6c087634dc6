import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** The address of the opportunities list with some parts changed; a change of anything but the page begins at page 1. */
export function listAddress(
  filter: Partial<OpportunityFilter>,
  change: Partial<OpportunityFilter> = {},
): string {
  const { show, page, sort, ...rest } = { ...filter, page: undefined, ...change };
  return pathWithQuery("/opportunities", {
    show: show === "all" ? undefined : show,
    ...rest,
    sort:
      sort === "best" || (sort === "email_received_at" && !rest.dir && !rest.q) ? undefined : sort,
    page: page === 1 ? undefined : page,
  });
}
