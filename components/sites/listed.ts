import { formatInstant } from "@/lib/dates.ts";
import type { SiteTableRow } from "@/lib/sites/queries.ts";
import { formatRelative } from "../ui/format.ts";
import { named } from "../ui/named.ts";
import type { ListedSite } from "./site-table.tsx";

/** What the list shows of a site, and no more: the browser is sent it as data besides. */
export function listed(site: SiteTableRow, zone: string, words: string[]): ListedSite {
  const visited = formatInstant(site.last_visited_at, zone);
  return {
    id: site.id,
    name: named(site.site_name || "Unnamed site", words),
    ...(site.excerpt && { line: site.excerpt }),
    rating: site.rating,
    postings: site.posting_count,
    visited: [visited, formatRelative(visited)],
    site_url: site.site_url,
  };
}
