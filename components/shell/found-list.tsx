import { Card, CardHeader } from "../ui/card.tsx";
import { Excerpt, Highlight } from "../ui/highlight.tsx";
import { Link } from "../ui/link.tsx";
import type { FoundItem } from "./found.ts";

type Props = {
  title: string;
  items: FoundItem[];
  /** where all of the kind are listed, if there may be more */
  all?: string;
};

/** What was found of one kind, with the words marked. */
export function FoundList({ title, items, all }: Props) {
  return (
    <Card labelledBy={`found-${title}`}>
      <CardHeader
        id={`found-${title}`}
        title={title}
        action={all && <Link href={all}>All that fit</Link>}
      />
      <ul>
        {items.map(({ href, label, note, noted, name, line }) => (
          <li key={href} className="row-list__row" data-row>
            <div>
              <Link href={href} className="row-list__name" data-row-link>
                {name ? <Highlight text={name} /> : label}
              </Link>
              {note && (
                <span className="row-list__note"> {noted ? <Highlight text={noted} /> : note}</span>
              )}
              <Excerpt text={line} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
