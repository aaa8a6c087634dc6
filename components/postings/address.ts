import type { PostingFilter } from "@/lib/postings/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** The address of the postings list with some parts changed; a change of anything but the page begins at page 1. */
export function listAddress(
  filter: Partial<PostingFilter>,
  change: Partial<PostingFilter> = {},
): string {
  const { show, page, ...rest } = { ...filter, page: undefined, ...change };
  const query: Record<string, string | number | undefined> = {
    show: show === "all" ? undefined : show,
    ...rest,
    page: page === 1 ? undefined : page,
  };
  const usual = query.sort === "applied_at" && !query.dir && !query.q;
  if (query.sort === "best" || usual) delete query.sort;
  return pathWithQuery("/postings", query);
}
