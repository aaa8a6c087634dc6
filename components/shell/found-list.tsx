import { Card, CardHeader } from "../ui/card.tsx";
import { Link } from "../ui/link.tsx";
import { Marked } from "../ui/marked.tsx";
import type { FoundItem } from "./palette-items.ts";

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
                {name ? <Marked pieces={name} /> : label}
              </Link>
              {note && (
                <span className="row-list__note"> {noted ? <Marked pieces={noted} /> : note}</span>
              )}
              {line && (
                <span className="marked-line">
                  <Marked pieces={line} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
