import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatDate, formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";

export type Span = {
  from: string;
  to: string | null;
  applied: number;
  answered: number;
  /** with a status other than "No response" and "Rejected": the documented response */
  in_talks: number;
};

/**
 * The documented statistics: applications since each of two days, and between them, and what came of them. Nothing
 * while the two days are one.
 */
export function Statistics({ spans }: { spans: Span[] }) {
  const between = spans[1];
  if (!between || between.from === between.to) return null;
  return (
    <Card labelledBy="statistics">
      <CardHeader
        id="statistics"
        title="Applications and answers"
        action={<Link href="/settings/profile#dashboard_first_date">Your dates</Link>}
      />
      <table className="statistics">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Span of days</span>
            </th>
            <th scope="col">Applied</th>
            <th scope="col">Answered</th>
            <th scope="col">In talks or further</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={`${span.from} ${span.to}`}>
              <th scope="row">{spanWords(span)}</th>
              <td>{formatNumber(span.applied)}</td>
              <td>
                <Counted count={span.answered} of={span.applied} />
              </td>
              <td>
                <Counted count={span.in_talks} of={span.applied} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="statistics__note">
        Answered counts every answer that you logged, rejections too. In talks or further is by
        today’s status: any but “No response” and “Rejected”.
      </p>
    </Card>
  );
}

const spanWords = ({ from, to }: Span) =>
  to ? `${formatDate(from)} to ${formatDate(to)}` : `Since ${formatDate(from)}`;

function Counted({ count, of }: { count: number; of: number }) {
  return (
    <>
      {formatNumber(count)}
      {count > 0 && <small>{((100 * count) / of).toFixed(1)}%</small>}
    </>
  );
}
