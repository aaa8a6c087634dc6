import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatDate } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";

export type Span = { from: string; to: string | null; applied: number; answered: number };

/** The documented statistics: applications and answers since each of two days, and between them. */
export function Statistics({ spans }: { spans: Span[] }) {
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
            <th scope="col">Answers</th>
            <th scope="col">Rate</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={`${span.from} ${span.to}`}>
              <th scope="row">{spanWords(span)}</th>
              <td>{span.applied}</td>
              <td>{span.answered}</td>
              <td>{rate(span)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

const spanWords = ({ from, to }: Span) =>
  to ? `${formatDate(from)} to ${formatDate(to)}` : `Since ${formatDate(from)}`;

const rate = ({ applied, answered }: Span) =>
  applied ? `${((100 * answered) / applied).toFixed(1)}%` : "–";
