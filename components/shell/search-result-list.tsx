import { Card, CardHeader } from "../ui/card.tsx";
import { formatNumber } from "../ui/format.ts";
import { Highlight } from "../ui/highlight.tsx";
import { Link } from "../ui/link.tsx";
import { StatusMark } from "../ui/status-mark.tsx";
import { DateText } from "../ui/time.tsx";
import type { SearchItem } from "./search-groups.ts";

type Props = {
  title: string;
  items: SearchItem[];
  /** how many there are in all, and where they are listed */
  total: number;
  all: string;
};

/** The search results of one kind, with the matches marked. */
export function SearchResultList({ title, items, total, all }: Props) {
  const id = `found-${title.toLowerCase()}`;
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={title}
        note={formatNumber(total)}
        action={total > items.length && <Link href={all}>Show all {formatNumber(total)}</Link>}
      />
      <ul>
        {items.map((item) => (
          <Result key={item.href} {...item} />
        ))}
      </ul>
    </Card>
  );
}

function Result({ href, label, labelParts, note, noteParts, excerpt, status, date }: SearchItem) {
  return (
    <li className="result" data-row>
      <p className="result__names">
        <Link href={href} className="result__name" data-row-link>
          {labelParts ? <Highlight text={labelParts} /> : label}
        </Link>{" "}
        {note && (
          <span className="result__note">{noteParts ? <Highlight text={noteParts} /> : note}</span>
        )}
      </p>
      {status && <StatusMark kind={status.kind}>{status.label}</StatusMark>}
      {date && <DateText iso={date[0]} words={date[1]} className="result__date" />}
      {excerpt && (
        <p className="result__excerpt">
          <Highlight text={excerpt} />
        </p>
      )}
    </li>
  );
}
