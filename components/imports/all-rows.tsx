import { Chip, Chips } from "@/components/ui/chips.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import type { Verdict } from "@/lib/imports/plan/draft.ts";
import { type RowFilter, rowViews } from "@/lib/imports/schema.ts";
import type { ReviewRow as Row } from "@/lib/imports/staging/review.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { ReviewRow } from "./review-row.tsx";
import { withDays } from "./review-words.ts";

type Props = {
  batch: number;
  counts: Record<Verdict, number>;
  rows: Row[];
  filter: RowFilter;
  total: number;
  size: number;
  zone: string;
};

const labels: Record<RowFilter["show"], string> = {
  all: "All",
  new: "Ready",
  attention: "Need a decision",
  duplicate: "You have already",
  skipped: "No applications",
};

/** The rows of a dry run, a page at a time, each with its check box. */
export function AllRows({ batch, counts, rows, filter, total, size, zone }: Props) {
  const path = `/import/${batch}/rows`;
  const to = (change: Partial<RowFilter>) => pathWithQuery(path, { ...filter, ...change });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <Chips label="Which rows">
        {rowViews.map((show) => (
          <Chip
            key={show}
            href={pathWithQuery(path, { show })}
            active={show === filter.show}
            count={formatNumber(show === "all" ? all : counts[show])}
          >
            {labels[show]}
          </Chip>
        ))}
      </Chips>
      {filter.kind && (
        <p className="review-filter">
          Only those where: {withDays(filter.kind)}{" "}
          <Link href={pathWithQuery(path, { show: filter.show })} className="link">
            Show all of them
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <Empty title="No such rows" others={[[path, "Show all rows"]]} />
      ) : (
        <ul className="card review-list" aria-label="Rows of the file">
          {rows.map((row) => (
            <ReviewRow key={row.row_number} batch={batch} row={row} whole={{ zone }} />
          ))}
        </ul>
      )}
      <Pager {...{ total, page: filter.page, size }} href={(page) => to({ page })} />
    </>
  );
}
