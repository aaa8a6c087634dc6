"use client";

import { useRouter } from "next/navigation";
import { memo, type ReactNode } from "react";
import {
  Collection,
  GridList,
  GridListLoadMoreItem,
  type Key,
  type Selection,
} from "react-aria-components/GridList";
import { type DragAndDropOptions, useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { BoardKind } from "@/lib/board/values.ts";
import { BoardCard } from "./board-card.tsx";
import { type CardFacts, type ColumnFacts, cardAddress, type ListPlace } from "./board-props.ts";
import { ColumnFrame } from "./column-frame.tsx";

/** What is dragged, as React Aria names it: cards of one kind are taken by its board alone. */
const dragType = (kind: BoardKind) => `foothold-${kind}`;

export type ColumnHands = {
  held: (ids: number[]) => void;
  over: (key: string | undefined) => void;
  left: (key: string) => void;
  released: () => void;
  dropped: (to: string) => void;
  status: (id: number, status: string) => void;
  select: (key: string, keys: Selection) => void;
  more: (key: string) => void;
};

type ListProps = {
  kind: BoardKind;
  from: ListPlace;
  column: ColumnFacts;
  isLoading: boolean;
  selected: Iterable<Key>;
  hands: ColumnHands;
};

type Props = ListProps & {
  at: number;
  isOver: boolean;
  /** what is asked there about what was dropped */
  children: ReactNode;
};

/** A column whose cards are moved, and which takes those of the others. */
export function BoardColumn({ at, isOver, children, ...list }: Props) {
  return (
    <ColumnFrame column={list.column} at={at} over={isOver}>
      <CardList {...list} />
      {children}
    </ColumnFrame>
  );
}

const layoutOptions = { estimatedRowSize: 104, gap: 8, padding: 8, loaderSize: 32 };

/** A drop is on the column as a whole: its order is not made by hand. */
const wholeColumn: DragAndDropOptions["dropTargetDelegate"] = {
  getDropTargetFromPoint: () => ({ type: "root" }),
};

/** The cards of a column. Only those that are seen are in the page; what is held over it does not render them again. */
const CardList = memo(function CardList(props: ListProps) {
  const { kind, from, column, isLoading, selected, hands } = props;
  const router = useRouter();
  const { dragAndDropHooks } = useDragAndDrop<CardFacts>({
    getItems: (_, cards) =>
      cards.map(({ id, name }) => ({ [dragType(kind)]: String(id), "text/plain": name })),
    acceptedDragTypes: [dragType(kind)],
    getDropOperation: () => "move",
    dropTargetDelegate: wholeColumn,
    onDragStart: ({ keys }) => hands.held([...keys].map(Number)),
    onDragEnd: () => hands.released(),
    onDropEnter: () => hands.over(column.key),
    onDropExit: () => hands.left(column.key),
    onRootDrop: () => hands.dropped(column.key),
    renderDragPreview: (items) => (
      <DragPreview names={items.map((item) => item["text/plain"] ?? "")} />
    ),
  });
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <GridList
        aria-label={column.label}
        className="board-cards"
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={(keys) => hands.select(column.key, keys)}
        disallowTypeAhead
        dragAndDropHooks={dragAndDropHooks}
        onAction={(id) => isOfLink() || router.push(cardAddress(from, Number(id)))}
        renderEmptyState={() =>
          column.folded ? null : <p className="board-empty">{`Nothing in ${column.label}`}</p>
        }
      >
        <Collection items={column.cards} dependencies={[hands]}>
          {(card) => (
            <BoardCard
              kind={kind}
              card={card}
              href={cardAddress(from, card.id)}
              onStatus={hands.status}
            />
          )}
        </Collection>
        {column.next && !column.folded && (
          <GridListLoadMoreItem
            isLoading={isLoading}
            onLoadMore={() => hands.more(column.key)}
            className="board-more"
          >
            Loading more
          </GridListLoadMoreItem>
        )}
      </GridList>
    </Virtualizer>
  );
});

/** Whether what happens now is a press of a card's link, which is followed by itself. */
const isOfLink = () => {
  const target = window.event?.target;
  return target instanceof Element && target.closest("[data-row-link]") !== null;
};

/** What is seen under the pointer: the name of the one card, or how many there are. */
function DragPreview({ names }: { names: string[] }) {
  return (
    <div className="board-held">{names.length === 1 ? names[0] : `${names.length} cards`}</div>
  );
}
