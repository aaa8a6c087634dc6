import type { ReactNode } from "react";
import { PostingStatus } from "@/components/postings/posting-status.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import { setWord } from "@/lib/imports/actions.ts";
import type { Outcome } from "@/lib/imports/schema.ts";
import type { ReviewRow, ReviewTotals } from "@/lib/imports/staging/review.ts";
import { WordStatus } from "./word-status.tsx";

type Props = {
  batch: number;
  totals: ReviewTotals;
  outcomes: Outcome[];
  examples: Map<number, ReviewRow>;
  zone: string;
};

const shownAtFirst = 12;

/** What an import would make: its counts, and what the file's words for the status become. */
export function ReviewOutcome({ totals, outcomes, ...rest }: Props) {
  const figures = [
    [totals.postings, totals.postings === 1 ? "posting" : "postings"],
    [totals.new_sites, totals.new_sites === 1 ? "new site" : "new sites"],
    [totals.answer_days, totals.answer_days === 1 ? "day of an answer" : "days of an answer"],
    [totals.left_out, totals.left_out === 1 ? "row left out" : "rows left out"],
  ] as const;
  const [first, more] = [outcomes.slice(0, shownAtFirst), outcomes.slice(shownAtFirst)];
  return (
    <div className="card review-outcome">
      <dl className="review-figures">
        {figures.map(([count, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {first.length > 0 && <Words outcomes={first} {...rest} />}
      {more.length > 0 && (
        <details className="review-more">
          <summary>{more.length === 1 ? "1 more word" : `${more.length} more words`}</summary>
          <Words outcomes={more} {...rest} />
        </details>
      )}
    </div>
  );
}

function Words({ outcomes, batch, examples, zone }: Omit<Props, "totals">) {
  const action = setWord.bind(null, batch);
  return (
    <table className="word-table">
      <thead>
        <tr>
          <th scope="col">Word in the file</th>
          <th scope="col">Rows</th>
          <th scope="col">Becomes</th>
          <th scope="col">For instance</th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ word, status, rows, row }) => (
          <tr key={`${word} ${status}`}>
            <th scope="row">{word || <span className="dim">no word</span>}</th>
            <td>
              {formatNumber(rows)}
              <span className="word-table__unit">{rows === 1 ? " row" : " rows"}</span>
            </td>
            <td>
              {word ? (
                <WordStatus word={word} status={status} action={action} />
              ) : (
                <PostingStatus status={status} />
              )}
            </td>
            <td>{example(examples.get(row), zone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function example(row: ReviewRow | undefined, zone: string): ReactNode {
  const { company_name, posting_title, applied_at } = row?.posting ?? {};
  const name = [company_name, posting_title].filter(Boolean).join(", ");
  if (!applied_at) return name;
  return (
    <>
      {name}
      {name && ", "}
      <DateText iso={formatMoment(applied_at, zone)} />
    </>
  );
}
