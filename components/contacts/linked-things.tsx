import type { ReactNode } from "react";
import { opportunityTitle } from "@/components/opportunities/opportunity-labels.ts";
import { postingTitle } from "@/components/postings/posting-labels.ts";
import { StatusWord } from "@/components/records/status-words.tsx";
import { siteName } from "@/components/sites/site-labels.ts";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import {
  briefcaseBusinessIcon,
  globeIcon,
  historyIcon,
  type IconShape,
  mailIcon,
} from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { LinkedThings } from "@/lib/contacts/link-queries.ts";
import { formatMoment } from "@/lib/dates.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { isFresh } from "@/lib/statuses/documented.ts";

type Props = { things: LinkedThings; zone: string };

/** What a contact is linked to: openings, interviews and sites, each on a card; those without any are left out. */
export function LinkedThingsCards({ things, zone }: Props) {
  const { opportunities, postings, interviews, sites } = things;
  const openings = [
    ...opportunities.map((row) => ({
      key: `opportunity-${row.id}`,
      at: row.email_received_at,
      shown: <Opportunity row={row} zone={zone} />,
    })),
    ...postings.map((row) => ({
      key: `posting-${row.id}`,
      at: row.applied_at ?? "",
      shown: <Posting row={row} zone={zone} />,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  const total = (opportunities[0]?.total ?? 0) + (postings[0]?.total ?? 0);
  const roundRows = interviews.map((row) => ({
    key: row.id,
    shown: <Round row={row} zone={zone} />,
  }));
  const siteRows = sites.map((row) => ({ key: row.id, shown: <Site row={row} /> }));
  return (
    <>
      <Rows id="openings" title="Openings" total={total} rows={openings} />
      <Rows id="rounds" title="Interviews" total={interviews.length} rows={roundRows} />
      <Rows id="linked-sites" title="Sites" total={sites.length} rows={siteRows} />
    </>
  );
}

type RowsProps = {
  id: string;
  title: string;
  total: number;
  rows: { key: string | number; shown: ReactNode }[];
};

function Rows({ id, title, total, rows }: RowsProps) {
  if (rows.length === 0) return null;
  const left = total - rows.length;
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={title} note={total} />
      <ul>
        {rows.map(({ key, shown }) => (
          <li key={key} className="row-list__row linked-row">
            {shown}
          </li>
        ))}
        {left > 0 && <li className="row-list__row dim">and {left} more</li>}
      </ul>
    </Card>
  );
}

type RowProps = {
  icon: IconShape;
  href: string;
  title: string;
  note?: ReactNode;
  /** an instant or a day, as it is stored */
  at?: string | null;
  zone?: string;
  children?: ReactNode;
};

function Row({ icon, href, title, note, at, zone = "UTC", children }: RowProps) {
  return (
    <>
      <Icon of={icon} />
      <div>
        <Link href={href} className="row-list__name">
          {title}
        </Link>
        {note && <p className="row-list__note">{note}</p>}
      </div>
      {children}
      {at && <DateText iso={formatMoment(at, zone)} className="linked-day" />}
    </>
  );
}

function Opportunity({ row, zone }: { row: LinkedThings["opportunities"][number]; zone: string }) {
  return (
    <Row
      icon={mailIcon}
      href={`/opportunities/${row.id}`}
      title={opportunityTitle(row)}
      note={row.recruiter_company}
      at={row.email_received_at}
      zone={zone}
    >
      <StatusWord of="opportunity" text={row.opportunity_status} />
    </Row>
  );
}

function Posting({ row, zone }: { row: LinkedThings["postings"][number]; zone: string }) {
  return (
    <Row
      icon={briefcaseBusinessIcon}
      href={`/postings/${row.id}`}
      title={postingTitle(row)}
      note={row.company_name && row.posting_title}
      at={row.applied_at}
      zone={zone}
    >
      <StatusWord of="posting" text={row.posting_status} fresh={isFresh(row.applied_at)} />
    </Row>
  );
}

function Round({ row, zone }: { row: LinkedThings["interviews"][number]; zone: string }) {
  const href = row.job_posting_id
    ? `/postings/${row.job_posting_id}`
    : `/opportunities/${row.email_opportunity_id}`;
  return (
    <Row
      icon={historyIcon}
      href={href}
      title={[row.of, valueWords(row.kind)].filter(Boolean).join(", ") || "Interview"}
      note={row.outcome}
      at={row.starts_at}
      zone={zone}
    />
  );
}

function Site({ row }: { row: LinkedThings["sites"][number] }) {
  return <Row icon={globeIcon} href={`/sites/${row.id}`} title={siteName(row)} />;
}
