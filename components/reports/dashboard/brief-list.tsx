import type { ReactNode } from "react";
import type { StatusSubject } from "@/lib/statuses/values.ts";
import { StatusWord } from "../../records/status-words.tsx";
import { Card, CardBody, CardHeader } from "../../ui/card.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Link } from "../../ui/link.tsx";
import { DateText } from "../../ui/time.tsx";

export type BriefRow = {
  href: string;
  title: string;
  note: string;
  status: { of: StatusSubject; text: string };
  /** an instant with the reader's offset */
  date: string | null;
  /** in place of the date: how long ago that is */
  ago?: string;
};

type Props = {
  id: string;
  title: string;
  /** the whole list, of which these are the first rows */
  href: string;
  rows: BriefRow[];
  total: number;
  className?: string;
  /** where there are none: what would be here */
  children: ReactNode;
};

/** The first rows of a list on a card, with a link to the whole list. */
export function BriefList({ id, title, href, rows, total, className = "", children }: Props) {
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={title}
        note={formatNumber(total)}
        action={<Link href={href}>Open list</Link>}
      />
      {rows.length === 0 ? (
        <CardBody>
          <p className="dim">{children}</p>
        </CardBody>
      ) : (
        <ul className={`brief-list ${className}`}>
          {rows.map((row) => (
            <li key={row.href}>
              <Link href={row.href} className="brief-list__title">
                {row.title}
              </Link>
              <span className="brief-list__note">{row.note}</span>
              <StatusWord {...row.status} />
              <RowDate date={row.date} ago={row.ago} />
            </li>
          ))}
          {total > rows.length && (
            <li>
              <Link href={href} className="brief-list__more">
                {formatNumber(total - rows.length)} more
              </Link>
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}

function RowDate({ date, ago }: Pick<BriefRow, "date" | "ago">) {
  const className = "brief-list__date";
  if (!date) return <span className={className}>–</span>;
  return <DateText iso={date} words={ago} className={className} />;
}
