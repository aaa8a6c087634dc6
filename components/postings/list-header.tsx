import { Chip, Chips } from "@/components/ui/chips.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { SearchBox } from "@/components/ui/search-box.tsx";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import { type PostingView, postingViews } from "@/lib/postings/values.ts";
import { listAddress } from "./address.ts";
import { Filters } from "./filters.tsx";

const viewNames: Record<PostingView, string> = {
  all: "All",
  active: "Active",
  saved: "Saved",
  waiting: "Waiting",
  closed: "Closed",
};

type Props = {
  filter: PostingFilter;
  /** how many postings there are at all */
  all: number;
  found: { total: number; views: Record<PostingView, number> };
  statuses: string[];
  sites: { id: number; site_name: string }[];
};

/** The list's title with its counts, and all that narrows it. */
export function ListHeader({ filter, all, found, statuses, sites }: Props) {
  const { q, show, status, site, since, sort, dir } = filter;
  return (
    <>
      <PageHeader
        title="Postings"
        beside={
          <span role="status">
            {formatNumber(all)}
            {found.total !== all && `, ${formatNumber(found.total)} shown`}
          </span>
        }
        actions={
          <SearchBox
            action="/postings"
            label="Search postings"
            q={q}
            keep={{
              show: show === "all" ? undefined : show,
              status,
              site: site?.toString(),
              since,
              sort: sort === "applied_at" || sort === "best" ? undefined : sort,
              dir,
            }}
          />
        }
      />
      <div className="list-bar">
        <Chips label="Show">
          {postingViews.map((view) => (
            <Chip
              key={view}
              href={listAddress(filter, { show: view, status: "" })}
              active={view === show}
              count={formatNumber(found.views[view])}
            >
              {viewNames[view]}
            </Chip>
          ))}
        </Chips>
        <Filters filter={filter} statuses={statuses} sites={sites} />
      </div>
    </>
  );
}
