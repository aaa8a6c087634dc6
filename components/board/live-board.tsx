"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Key, Selection } from "react-aria-components/GridList";
import { useStatuses } from "@/components/records/status-words.tsx";
import { columnOfStatus, statusSetOf } from "@/lib/board/columns.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import { AskClosed } from "./ask-closed.tsx";
import { AskDay } from "./ask-day.tsx";
import { BoardColumn, type ColumnHands } from "./board-column.tsx";
import { type BoardProps, type CardFacts, type ColumnFacts, columnTracks } from "./board-props.ts";
import { ColumnSwitch } from "./column-switch.tsx";
import { MovingWords } from "./moving-words.tsx";
import { listenToTouch } from "./touch-drag.ts";
import { type MoveChange, useBoard } from "./use-board.ts";
import { useSwipe } from "./use-swipe.ts";

type Asking = { ids: readonly number[]; to: string | undefined; status?: string };

/** Longer than React Aria waits for what a drop brings. */
const feedbackMs = 120;
const nothing: ReadonlySet<Key> = new Set();

/** The board in hand: cards are dragged by pointer and by keys, several at once, and moved from their menus. */
export default function LiveBoard(props: BoardProps) {
  const { kind, from, by } = props;
  const statuses = useStatuses();
  const { columns, loading, move, more } = useBoard(props);
  const [selected, setSelected] = useState<{ column: string; keys: ReadonlySet<Key> }>();
  const [held, setHeld] = useState<readonly number[]>([]);
  const [over, setOver] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const [dayOf, askDayOf] = useState<{ card: CardFacts; column: string }>();
  const now = useRef({ columns, held, selected });
  Object.assign(now.current, { columns, selected });
  const board = useRef<HTMLDivElement>(null);
  const swipe = useSwipe(columns.length);

  const write = useCallback(
    (ids: readonly number[], change: MoveChange, to: string | undefined) => {
      setSelected(undefined);
      setAsking(undefined);
      keepFocus(now.current.columns, ids);
      void move(ids, change, to);
    },
    [move],
  );

  const isRejected = useCallback(
    (status: string) =>
      kind === "job_posting" && statuses.posting.words(status).kind === "rejected",
    [kind, statuses],
  );

  const hands: ColumnHands = useMemo(
    () => ({
      held: (ids) => {
        now.current.held = ids;
        setHeld(ids);
        askDayOf(undefined);
      },
      over: setOver,
      // The next column is entered before the last one is left.
      left: (key) => setOver((now) => (now === key ? undefined : now)),
      released: () => {
        setHeld([]);
        setOver(undefined);
      },
      dropped: (to) => {
        const { held: ids, columns: all } = now.current;
        const column = all.find(({ key }) => key === to);
        const gives = column?.gives;
        if (!gives || ids.every((id) => column.cards.some((card) => card.id === id))) return;
        // React Aria selects what a drop brought, as feedback; left so, a press would select the next card too.
        setTimeout(() => setSelected(undefined), feedbackMs);
        if (gives === "ask") setAsking({ ids, to });
        else if ("stage" in gives)
          write(ids, { action: "stage", rejected_after_stage: gives.stage }, to);
        else if (isRejected(gives.status)) setAsking({ ids, to, status: gives.status });
        else {
          write(ids, { action: "status", status: gives.status }, to);
          const card = ids.length === 1 && cardOf(all, ids[0]);
          const talks = statusSetOf(statuses, kind).words(gives.status).kind === "engaged";
          if (card && talks && card.next?.[0] !== "interview") askDayOf({ card, column: to });
        }
      },
      status: (id, status) => {
        const chosen = now.current.selected?.keys;
        const ids = chosen?.has(id) ? [...chosen].map(Number) : [id];
        const to = columnFor(statuses, { kind, by, columns: now.current.columns }, ids, status);
        if (isRejected(status)) setAsking({ ids, to, status });
        else write(ids, { action: "status", status }, to);
      },
      select: (column, keys: Selection) => {
        const all = now.current.columns.find(({ key }) => key === column)?.cards ?? [];
        setSelected({ column, keys: keys === "all" ? new Set(all.map(({ id }) => id)) : keys });
      },
      more,
    }),
    [kind, by, more, write, statuses, isRejected],
  );

  useEffect(() => {
    const element = board.current;
    if (!element) return;
    const control = new AbortController();
    const take = (id: number) => {
      const chosen = now.current.selected?.keys;
      const ids = chosen?.has(id) ? [...chosen].map(Number) : [id];
      hands.held(ids);
      return nameOf(now.current.columns, ids);
    };
    const drop = (key: string) => hands.dropped(key);
    const touch = { take, drop, over: hands.over, release: hands.released };
    listenToTouch(element, touch, control.signal);
    return () => control.abort();
  }, [hands]);

  const words = (ids: readonly number[]) => nameOf(columns, ids);
  const target = columns.find(({ key }) => key === over);
  return (
    <div className="board" data-by={by} ref={board}>
      <ColumnSwitch columns={columns} current={swipe.current} over={over} onChoose={swipe.choose} />
      <div className="board__columns" ref={swipe.ref} style={columnTracks(columns)}>
        {columns.map((column, at) => (
          <BoardColumn
            key={column.key}
            {...{ kind, from, column, at, hands }}
            isOver={over === column.key}
            isLoading={loading === column.key}
            selected={selected?.column === column.key ? selected.keys : nothing}
          >
            {dayOf?.column === column.key && (
              <AskDay kind={kind} card={dayOf.card} onClose={() => askDayOf(undefined)} />
            )}
          </BoardColumn>
        ))}
      </div>
      {held.length > 0 && <MovingWords what={words(held)} to={target?.label} />}
      {asking && (
        <AskClosed
          kind={kind}
          what={words(asking.ids)}
          status={asking.status}
          onChosen={(change) => write(asking.ids, change, asking.to)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

/** The column that cards go to with a status; undefined where they stay. */
function columnFor(
  statuses: Statuses,
  { kind, by, columns }: Pick<BoardProps, "kind" | "by"> & { columns: readonly ColumnFacts[] },
  ids: readonly number[],
  status: string,
) {
  const key = columnOfStatus(statuses, kind, by, status);
  const isThere = (column: ColumnFacts) =>
    column.key === key && ids.every((id) => column.cards.some((card) => card.id === id));
  return columns.some(isThere) ? undefined : key;
}

/** Where the focus would be lost with what goes, the card behind it has it; or else what went. */
function keepFocus(columns: readonly ColumnFacts[], ids: readonly number[]): void {
  const from = columns.find(({ cards }) => cards.some(({ id }) => id === ids[0]));
  const at = from?.cards.findIndex(({ id }) => id === ids[0]) ?? 0;
  const next = from?.cards.slice(at).find(({ id }) => !ids.includes(id));
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const card = (id: number | undefined) =>
      document.querySelector<HTMLElement>(`.board [data-card="${id}"]`);
    (card(next?.id) ?? card(ids[0]))?.focus();
  }, feedbackMs);
}

function nameOf(columns: readonly ColumnFacts[], ids: readonly number[]): string {
  if (ids.length !== 1) return `${ids.length} cards`;
  return cardOf(columns, ids[0])?.name ?? "the card";
}

const cardOf = (columns: readonly ColumnFacts[], wanted: number | undefined) =>
  columns.flatMap(({ cards }) => cards).find(({ id }) => id === wanted);
