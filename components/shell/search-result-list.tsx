import { Card, CardHeader } from "../ui/card.tsx";
import { Excerpt, Highlight } from "../ui/highlight.tsx";
import { Link } from "../ui/link.tsx";
import type { SearchItem } from "./search-groups.ts";

type Props = {
  title: string;
  items: SearchItem[];
  /** where all of the kind are listed, if there may be more */
  all?: string;
};

/** The search results of one kind, with the matches marked. */
export function SearchResultList({ title, items, all }: Props) {
  return (
    <Card labelledBy={`found-${title}`}>
      <CardHeader
        id={`found-${title}`}
        title={title}
        action={all && <Link href={all}>All that fit</Link>}
      />
      <ul>
        {items.map(({ href, label, labelParts, note, noteParts, excerpt }) => (
          <li key={href} className="row-list__row" data-row>
            <div>
              <Link href={href} className="row-list__name" data-row-link>
                {labelParts ? <Highlight text={labelParts} /> : label}
              </Link>
              {note && (
                <span className="row-list__note">
                  {" "}
                  {noteParts ? <Highlight text={noteParts} /> : note}
                </span>
              )}
              <Excerpt text={excerpt} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
