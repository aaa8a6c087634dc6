import { Empty } from "@/components/ui/empty.tsx";
import { formatRelative } from "@/components/ui/format.ts";
import { globeIcon } from "@/components/ui/icons.ts";
import { listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import { formatInstant } from "@/lib/dates.ts";
import { siteKind } from "@/lib/sites/kind.ts";
import type { SiteTableRow, searchSites } from "@/lib/sites/queries.ts";
import { type SiteFilter, siteSorting } from "@/lib/sites/schema.ts";
import { siteName } from "./site-labels.ts";
import { type SiteListRow, SiteTable } from "./site-table.tsx";

export const siteList = listOf(siteKind, siteSorting);

type Props = {
  filter: SiteFilter;
  found: Awaited<ReturnType<typeof searchSites>>;
  zone: string;
};

/** The list of sites, or what is shown where there are none. */
export function SiteList({ filter, found, zone }: Props) {
  return (
    <ListPage
      kind={siteKind}
      sorting={siteSorting}
      filter={filter}
      total={found.total}
      rows={found.rows.map((row) => listRow(row, zone, found.words))}
      table={SiteTable}
      empty={<NoSites q={filter.q} />}
      add="Add site"
    />
  );
}

// Only what the table shows, since the browser is sent it as data too.
function listRow(site: SiteTableRow, zone: string, terms: string[]): SiteListRow {
  const visited = formatInstant(site.last_visited_at, zone);
  return {
    ...namedRow(site, siteName(site), terms),
    rating: site.rating,
    postings: site.posting_count,
    visited: [visited, formatRelative(visited)],
    site_url: site.site_url,
  };
}

function NoSites({ q }: { q: string }) {
  if (q) return <Empty title={`No site fits “${q}”`} others={[["/sites", "Show all"]]} />;
  return (
    <Empty
      icon={globeIcon}
      title="Where do you look for work?"
      next={["/sites/new", "Add a site"]}
      others={[["/import", "Bring in a spreadsheet"]]}
    >
      A site is a job board or a company’s careers page. Keep the ones you check here, with your
      notes and when you last looked; each posting belongs to one.
    </Empty>
  );
}
