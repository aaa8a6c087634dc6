import { TagChips } from "@/components/tags/tag-chips.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { archiveIcon, bellIcon, flagIcon, videoIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { Waiting } from "@/components/ui/waiting.tsx";
import type { CardFacts } from "./board-props.ts";

const icons = { interview: videoIcon, follow_up: bellIcon, deadline: flagIcon, close: archiveIcon };

type Props = { card: CardFacts; href: string };

/** What stands on a card: its name is the link to its page. */
export function CardFace({ card, href }: Props) {
  const { name, title, said, note, waiting, next, tags } = card;
  return (
    <>
      <span className="board-card__head">
        <Link href={href} className="board-card__name" data-row-link>
          {name}
        </Link>
        {waiting && (
          <span className="board-card__days">
            <Waiting {...waiting} />
          </span>
        )}
      </span>
      {title && <span className="board-card__line">{title}</span>}
      {note && <span className="board-card__line">{note}</span>}
      {!note.startsWith(said) && <span className="sr-only">{`Status: ${said}`}</span>}
      {tags.length > 0 && <TagChips tags={tags} most={2} />}
      {next && (
        <span className="board-card__next">
          <Icon of={icons[next[0]]} />
          <span>{next[1]}</span>
        </span>
      )}
    </>
  );
}
