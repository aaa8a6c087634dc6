import type { ReactNode } from "react";
import { contactName, initials, workLabel } from "@/components/contacts/contact-labels.ts";
import { opportunityTitle } from "@/components/opportunities/opportunity-labels.ts";
import { postingTitle, shortPay } from "@/components/postings/posting-labels.ts";
import { PostingStatus } from "@/components/postings/posting-status.tsx";
import { StatusWord } from "@/components/records/status-words.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type {
  CompanyOffer,
  CompanyPerson,
  CompanyPosting,
  CompanyRound,
  CompanyThings,
} from "@/lib/companies/things.ts";
import { formatMoment } from "@/lib/dates.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { pathWithQuery } from "@/lib/urls.ts";

type Props = {
  name: string;
  things: CompanyThings;
  totals: { postings: number; opportunities: number };
  zone: string;
};

/** The postings, opportunities and interviews of a company, each on a card; those without any are left out. */
export function OpeningCards({ name, things, totals, zone }: Props) {
  const { postings, offers, rounds } = things;
  return (
    <>
      <Rows
        id="postings"
        title="Postings"
        total={totals.postings}
        list={pathWithQuery("/postings", { q: name })}
      >
        {postings.map((row) => (
          <Posting key={row.id} {...{ row, name, zone }} />
        ))}
      </Rows>
      <Rows
        id="opportunities"
        title="Opportunities"
        total={totals.opportunities}
        list={pathWithQuery("/opportunities", { q: name })}
      >
        {offers.map((row) => (
          <Offer key={row.id} {...{ row, name, zone }} />
        ))}
      </Rows>
      <Rows id="rounds" title="Interviews" total={rounds.length}>
        {rounds.map((row) => (
          <Round key={row.id} {...{ row, zone }} />
        ))}
      </Rows>
    </>
  );
}

/** Whom the person knows of a company; nothing without anybody. */
export function CompanyPeople({
  people,
  name,
  zone,
}: {
  people: CompanyPerson[];
  name: string;
  zone: string;
}) {
  return (
    <Rows id="people" title="People" total={people.length}>
      {people.map((person) => (
        <Person key={person.id} {...{ person, name, zone }} />
      ))}
    </Rows>
  );
}

type RowsProps = { id: string; title: string; total: number; list?: string; children: ReactNode[] };

function Rows({ id, title, total, list, children }: RowsProps) {
  if (children.length === 0) return null;
  const left = total - children.length;
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={title}
        note={formatNumber(total)}
        action={
          list && (
            <Link href={list}>
              Open list<span className="sr-only"> of {title.toLowerCase()}</span>
            </Link>
          )
        }
      />
      <ul>
        {children}
        {left > 0 && <li className="row-list__row dim">and {formatNumber(left)} more</li>}
      </ul>
    </Card>
  );
}

type RowProps<Row> = { row: Row; name: string; zone: string };

function Posting({ row, name, zone }: RowProps<CompanyPosting>) {
  const through = row.company_name === name ? "" : row.company_name;
  return (
    <li className="row-list__row linked-row company-row">
      <div>
        <Link href={`/postings/${row.id}`} className="row-list__name">
          {row.posting_title || postingTitle(row)}
        </Link>
        {through && <p className="row-list__note">{through}</p>}
      </div>
      {row.pay_range && <span className="company-row__pay">{shortPay(row.pay_range)}</span>}
      <PostingStatus status={row.posting_status} applied_at={row.applied_at} />
      <Day at={row.applied_at} zone={zone} />
    </li>
  );
}

function Offer({ row, name, zone }: RowProps<CompanyOffer>) {
  return (
    <li className="row-list__row linked-row company-row">
      <div>
        <Link href={`/opportunities/${row.id}`} className="row-list__name">
          {opportunityTitle(row)}
        </Link>
        {row.recruiter_company !== name && (
          <p className="row-list__note">{row.recruiter_company}</p>
        )}
      </div>
      <StatusWord of="opportunity" text={row.opportunity_status} />
      <Day at={row.email_received_at} zone={zone} />
    </li>
  );
}

function Round({ row, zone }: { row: CompanyRound; zone: string }) {
  return (
    <li className="row-list__row linked-row company-row">
      <div>
        <Link href={`/interviews/${row.id}`} className="row-list__name">
          {valueWords(row.kind) || "Interview"}
        </Link>
        <p className="row-list__note">{[row.title, row.outcome].filter(Boolean).join(" · ")}</p>
      </div>
      <Day at={row.starts_at} zone={zone} />
    </li>
  );
}

function Person({ person, name, zone }: { person: CompanyPerson; name: string; zone: string }) {
  const company = person.company === name ? "" : person.company;
  const note = [person.kind, workLabel({ role: person.role, company })].filter(Boolean).join(" · ");
  return (
    <li className="row-list__row">
      <span className="avatar avatar--s" data-initials={initials(person.name)} />
      <div>
        <Link href={`/contacts/${person.id}`} className="row-list__name">
          {contactName(person)}
        </Link>
        {note && <p className="row-list__note">{note}</p>}
      </div>
      {person.last_contacted_at && <Day at={person.last_contacted_at} zone={zone} />}
    </li>
  );
}

function Day({ at, zone }: { at: string | null; zone: string }) {
  if (!at) return <span className="linked-day" />;
  return <DateText iso={formatMoment(at, zone)} className="linked-day" />;
}
