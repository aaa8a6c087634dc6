import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import { opportunityStatusWords } from "@/lib/opportunities/values.ts";

type Row = {
  id: number;
  job_title: string;
  recruiter_name: string;
  opportunity_status: string;
  /** with the reader's offset */
  email_received_at: string;
};

/** The offers by recruiters that are still open, the latest first. */
export function ActiveOpportunities({ rows, total }: { rows: Row[]; total: number }) {
  return (
    <Card labelledBy="active-opportunities">
      <CardHeader
        id="active-opportunities"
        title="Active opportunities"
        note={total}
        action={<Link href="/opportunities?show=active">Open list</Link>}
      />
      {rows.length === 0 ? (
        <CardBody>
          <p className="dim">
            No open offers from recruiters. <Link href="/opportunities/new">Add one</Link> when a
            recruiter writes to you.
          </p>
        </CardBody>
      ) : (
        <ul className="brief-list brief-list--titles">
          {rows.map((row) => {
            const { kind, label } = opportunityStatusWords(row.opportunity_status);
            return (
              <li key={row.id}>
                <Link href={`/opportunities/${row.id}`} className="brief-list__title">
                  {row.job_title}
                </Link>
                <span className="brief-list__note">{row.recruiter_name}</span>
                <StatusMark kind={kind}>{label}</StatusMark>
                <span className="brief-list__date">
                  <RelativeTime iso={row.email_received_at} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
