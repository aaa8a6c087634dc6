import type { PayReport } from "@/lib/reports/insights/pay.ts";
import { pluralize } from "../../ui/format.ts";
import { Link } from "../../ui/link.tsx";

/** What could not be read, each with a posting that says it. */
export function UnreadPay({ found }: { found: PayReport }) {
  if (found.unread === 0) return null;
  return (
    <section className="report-table" aria-label="Not read">
      <h2>Not read</h2>
      <p className="report-notes">
        {pluralize(found.unread, "posting")} whose pay could not be told for sure. Correct it on the
        posting, with an amount, a currency and a period, and it counts.
        {found.texts.length < found.unread && " The commonest are listed, with one posting each."}
      </p>
      <ul className="unread-pay">
        {found.texts.map(({ pay_range, postings, job_posting_id }) => (
          <li key={pay_range}>
            <Link className="link" href={`/postings/${job_posting_id}`}>
              {pay_range.trim() || "Blanks alone"}
            </Link>{" "}
            {postings > 1 && `in ${pluralize(postings, "posting")}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
