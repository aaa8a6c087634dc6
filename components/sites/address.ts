import type { SiteFilter } from "@/lib/sites/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** The address of the sites list with some parts changed; a change of anything but the page begins at page 1. */
export function listAddress(filter: Partial<SiteFilter>, change: Partial<SiteFilter> = {}): string {
  const { page, sort, ...rest } = { ...filter, page: undefined, ...change };
  return pathWithQuery("/sites", {
    ...rest,
    sort: sort === "best" || (sort === "site_name" && !rest.dir && !rest.q) ? undefined : sort,
    page: page === 1 ? undefined : page,
  });
}
