"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import {
  Collection,
  GridList,
  GridListLoadMoreItem,
  type Key,
  type Selection,
} from "react-aria-components/GridList";
import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { BoardKind } from "@/lib/board/values.ts";
import { BoardCard } from "./board-card.tsx";
import type { CardFacts, ColumnFacts } from "./board-props.ts";
import { ColumnFrame } from "./column-frame.tsx";

/** What is dragged, as React Aria names it: cards of one kind are taken by its board alone. */
const dragType = (kind: BoardKind) => `foothold-${kind}`;

export type ColumnHands = {
  held: (ids: number[]) => void;
  over: (key: string | undefined) => void;
  released: () => void;
  dropped: (to: string) => void;
  status: (id: number, status: string) => void;
  select: (key: string, keys: Selection) => void;
  more: (key: string) => void;
};

type Props = {
  kind: BoardKind;
  path: string;
  column: ColumnFacts;
  at: number;
  isOver: boolean;
  isLoading: boolean;
  selected: Iterable<Key>;
  hands: ColumnHands;
  /** what is asked there about what was dropped */
  children: ReactNode;
};

const layoutOptions = { estimatedRowSize: 104, gap: 8, padding: 8, loaderSize: 32 };

/** A column whose cards are moved, and which takes those of the others. Only the cards that are seen are in the page. */
export function BoardColumn(props: Props) {
  const { kind, path, column, at, isOver, isLoading, selected, hands } = props;
  const router = useRouter();
  const { dragAndDropHooks } = useDragAndDrop<CardFacts>({
    getItems: (_, cards) =>
      cards.map(({ id, name }) => ({ [dragType(kind)]: String(id), "text/plain": name })),
    acceptedDragTypes: [dragType(kind)],
    getDropOperation: () => "move",
    onDragStart: ({ keys }) => hands.held([...keys].map(Number)),
    onDragEnd: () => hands.released(),
    onDropEnter: () => hands.over(column.key),
    onDropExit: () => hands.over(undefined),
    onRootDrop: () => hands.dropped(column.key),
    renderDragPreview: (items) => (
      <DragPreview names={items.map((item) => item["text/plain"] ?? "")} />
    ),
  });
  return (
    <ColumnFrame column={column} at={at} over={isOver}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={column.label}
          className="board-cards"
          selectionMode="multiple"
          selectedKeys={selected}
          onSelectionChange={(keys) => hands.select(column.key, keys)}
          disallowTypeAhead
          dragAndDropHooks={dragAndDropHooks}
          onAction={(id) => router.push(`${path}/${id}`)}
          renderEmptyState={() =>
            column.folded ? null : <p className="board-empty">{`Nothing ${emptyWords(column)}`}</p>
          }
        >
          <Collection items={column.cards} dependencies={[hands]}>
            {(card) => (
              <BoardCard
                kind={kind}
                card={card}
                href={`${path}/${card.id}`}
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
      {props.children}
    </ColumnFrame>
  );
}

const emptyWords = ({ label }: ColumnFacts) => `in ${label}`;

/** What is seen under the pointer: the name of the one card, or how many there are. */
function DragPreview({ names }: { names: string[] }) {
  return (
    <div className="board-held">{names.length === 1 ? names[0] : `${names.length} cards`}</div>
  );
}
