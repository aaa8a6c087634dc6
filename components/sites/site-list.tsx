import { Empty } from "@/components/ui/empty.tsx";
import { formatNumber, formatRelative } from "@/components/ui/format.ts";
import { globeIcon } from "@/components/ui/icons.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import { formatMoment } from "@/lib/dates.ts";
import type { SiteScore } from "@/lib/reports/insights/scorecard.ts";
import { siteKind } from "@/lib/sites/kind.ts";
import type { SiteTableRow, searchSites } from "@/lib/sites/queries.ts";
import { type SiteFilter, siteSorting } from "@/lib/sites/schema.ts";
import { daysWords } from "../follow-ups/next-steps.tsx";
import { siteName } from "./site-labels.ts";
import { type SiteListRow, SiteTable } from "./site-table.tsx";

type Props = {
  filter: SiteFilter;
  found: Awaited<ReturnType<typeof searchSites>>;
  /** what came of the applications of each site */
  scores: SiteScore[];
  zone: string;
};

/** The list of sites, or what is shown where there are none. */
export function SiteList({ filter, found, scores, zone }: Props) {
  const scoreOf = new Map(scores.map((score) => [score.site_id, score]));
  return (
    <ListPage
      kind={siteKind}
      sorting={siteSorting}
      filter={filter}
      total={found.total}
      rows={found.rows.map((row) => listRow(row, scoreOf.get(row.id), zone, found.words))}
      table={SiteTable}
      empty={<NoSites q={filter.q} />}
      add="Add site"
    />
  );
}

// Only what the table shows, since the browser is sent it as data too.
function listRow(
  site: SiteTableRow,
  score: SiteScore | undefined,
  zone: string,
  terms: string[],
): SiteListRow {
  const visited = formatMoment(site.last_visited_at, zone);
  return {
    ...namedRow(site, siteName(site), terms),
    rating: site.rating,
    postings: site.posting_count,
    answered: score ? `${formatNumber(score.answered)} of ${formatNumber(score.applications)}` : "",
    visited: [visited, formatRelative(visited)],
    again: site.look_every && `Every ${daysWords(site.look_every)}`,
    site_url: site.site_url,
  };
}

function NoSites({ q }: { q: string }) {
  if (q) return <Empty title={`No site matches “${q}”`} others={[["/sites", "Show all sites"]]} />;
  return (
    <Empty
      icon={globeIcon}
      title="Where do you look for work?"
      next={["/sites/new", "Add a site"]}
      others={[["/import", "Import a spreadsheet"]]}
    >
      A site is a job board or a company’s careers page. Keep the ones you check here, with notes
      and the day you last looked. Every posting belongs to one.
    </Empty>
  );
}
