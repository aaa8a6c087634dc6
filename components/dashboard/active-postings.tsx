import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { statusWords } from "@/lib/postings/values.ts";

type Row = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  /** with the reader's offset */
  applied_at: string | null;
};

/** The postings where something is going on, the latest first. */
export function ActivePostings({ rows, total }: { rows: Row[]; total: number }) {
  return (
    <Card labelledBy="active-postings">
      <CardHeader
        id="active-postings"
        title="Active postings"
        note={total}
        action={<Link href="/postings?show=active">Open list</Link>}
      />
      {rows.length === 0 ? (
        <CardBody>
          <p className="dim">
            Nothing is moving right now. What answers you appears here: set its status to “Actively
            engaged”, “Awaiting feedback” or “Offer”.
          </p>
        </CardBody>
      ) : (
        <ul className="brief-list">
          {rows.map((row) => {
            const { kind, label } = statusWords(row.posting_status);
            return (
              <li key={row.id}>
                <Link href={`/postings/${row.id}`} className="brief-list__title">
                  {row.company_name || row.posting_title || "Untitled posting"}
                </Link>
                <span className="brief-list__note">{row.company_name && row.posting_title}</span>
                <StatusMark kind={kind}>{label}</StatusMark>
                <span className="brief-list__date">
                  {row.applied_at ? <DateText iso={row.applied_at} /> : "–"}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
