import { postingTitle } from "@/components/postings/posting-labels.ts";
import { PostingStatus } from "@/components/postings/posting-status.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { Link } from "@/components/ui/link.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatMoment } from "@/lib/dates.ts";
import type { PostingTableRow } from "@/lib/postings/queries.ts";
import { pathWithQuery } from "@/lib/urls.ts";

const columns = (zone: string): Column<PostingTableRow>[] => [
  {
    key: "company_name",
    label: "Company",
    phone: "title",
    cell: postingTitle,
  },
  {
    key: "posting_title",
    label: "Title",
    grow: true,
    cell: (row) => row.company_name && row.posting_title,
  },
  {
    key: "posting_status",
    label: "Status",
    phone: "mark",
    cell: (row) => <PostingStatus status={row.posting_status} applied_at={row.applied_at} />,
  },
  {
    key: "applied_at",
    label: "Applied",
    phone: "end",
    align: "end",
    cell: (row) =>
      row.applied_at ? <DateText iso={formatMoment(row.applied_at, zone)} /> : "Not yet",
  },
];

type Props = {
  siteId: number;
  zone: string;
  rows: PostingTableRow[];
  total: number;
  page: number;
  size: number;
};

/** A site's postings, the last applied first. */
export function SitePostings({ siteId, zone, rows, total, page, size }: Props) {
  const href = (to: number) => pathWithQuery(`/sites/${siteId}`, { page: to > 1 ? to : undefined });
  return (
    <Card labelledBy="postings">
      <CardHeader
        id="postings"
        title="Postings"
        note={total || undefined}
        action={total > 0 && <Link href={`/postings?site=${siteId}`}>Open list</Link>}
      />
      {total === 0 ? (
        <Empty title="No postings from here yet" next={[`/add?site=${siteId}`, "Add a posting"]}>
          When you apply to something you found on this site, add it here.
        </Empty>
      ) : (
        <div className="site-postings">
          <DataTable
            label="Postings of this site"
            columns={columns(zone)}
            rows={rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/postings/${row.id}`}
          />
          <Pager {...{ total, page, size, href }} />
        </div>
      )}
    </Card>
  );
}
