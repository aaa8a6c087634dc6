import { PostingStatus } from "@/components/postings/posting-status.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import { takeImportRows } from "@/lib/imports/actions.ts";
import type { ReviewRow as Row } from "@/lib/imports/staging/review.ts";
import { withDays } from "./review-words.ts";
import { TickBox } from "./tick-box.tsx";

type Props = {
  batch: number;
  row: Row;
  /** with its status and day, for a list where not every row has a reason */
  whole?: { zone: string };
};

/** A row of a dry run with its check box and, in full, why a decision is asked for. */
export function ReviewRow({ batch, row, whole }: Props) {
  const { row_number, posting, reason, taken, verdict } = row;
  const name = [posting?.company_name, posting?.posting_title].filter(Boolean).join(", ");
  return (
    <li className={whole ? "review-row review-row--whole" : "review-row"}>
      {verdict === "skipped" ? (
        <span className="tick-form" />
      ) : (
        <TickBox
          ticked={taken ? "all" : "none"}
          label={`Import row ${row_number}${name && `: ${name}`}`}
          rows={{ row: String(row_number) }}
          action={takeImportRows.bind(null, batch)}
        />
      )}
      <span className="review-row__number">row {row_number}</span>
      {posting ? (
        <>
          <b>{posting.company_name || "No company"}</b>
          <span className="review-row__title">{posting.posting_title || "No title"}</span>
        </>
      ) : (
        <span className="review-row__cells">{row.cells.filter(Boolean).join(" · ")}</span>
      )}
      {whole && posting && (
        <>
          <PostingStatus status={posting.posting_status} />
          <span className="review-row__day">
            {posting.applied_at && <DateText iso={formatMoment(posting.applied_at, whole.zone)} />}
          </span>
        </>
      )}
      {(reason || !whole) && <span className="review-row__why">{withDays(reason)}</span>}
    </li>
  );
}
