"use client";

import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import { GridListItem } from "react-aria-components/GridList";
import { useStatuses } from "@/components/records/status-words.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon, gripIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { StatusMark, statusOptions } from "@/components/ui/status-mark.tsx";
import { statusSetOf } from "@/lib/board/columns.ts";
import type { BoardKind } from "@/lib/board/values.ts";
import type { CardFacts } from "./board-props.ts";
import { CardFace } from "./card-face.tsx";

type Props = {
  kind: BoardKind;
  card: CardFacts;
  href: string;
  onStatus: (id: number, status: string) => void;
};

/** A card in hand: it is opened, selected, dragged by its handle or anywhere, and moved from its menu. */
export function BoardCard({ kind, card, href, onStatus }: Props) {
  const { id, name, title, status } = card;
  const { offered, words } = statusSetOf(useStatuses(), kind);
  return (
    <GridListItem
      id={id}
      value={card}
      textValue={[name, title].filter(Boolean).join(", ")}
      className="board-card"
      data-row=""
      data-card={id}
    >
      <Button slot="drag" className="board-card__grip">
        <Icon of={gripIcon} />
      </Button>
      <CardFace card={card} href={href} />
      <span className="board-card__tools">
        <Checkbox slot="selection" className="board-card__box">
          <span className="check" aria-hidden />
        </Checkbox>
        <OwnPress>
          <Menu
            variant="quiet"
            size="s"
            icon
            label={`Move ${name}`}
            selected={status}
            items={statusOptions(offered, words, status).map(({ value, hue, label, group }) => ({
              id: value,
              text: label,
              label: <StatusMark kind={hue}>{label}</StatusMark>,
              group,
              action: () => onStatus(id, value),
            }))}
          >
            <Icon of={ellipsisIcon} />
          </Menu>
        </OwnPress>
      </span>
    </GridListItem>
  );
}

const stop = (event: React.SyntheticEvent) => event.stopPropagation();
const keepPresses = {
  onPointerDown: stop,
  onMouseDown: stop,
  onClick: stop,
  onKeyDown: stop,
  onKeyUp: stop,
};

/** What is pressed in here is not pressed on the card. */
function OwnPress({ children }: { children: React.ReactNode }) {
  return <span {...keepPresses}>{children}</span>;
}
