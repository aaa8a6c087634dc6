import { useCallback, useRef, useState } from "react";
import { takeBack } from "@/components/bulk/run-change.ts";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { withBase } from "@/lib/base-path.ts";
import { dropCards } from "@/lib/board/actions.ts";
import type { BulkAction } from "@/lib/bulk/schema.ts";
import type { BoardProps, ColumnFacts } from "./board-props.ts";
import {
  type Place,
  placesOf,
  type SettledCards,
  withFresh,
  withMoved,
  withNext,
  withSettled,
} from "./board-state.ts";

/** What a drop writes. */
export type MoveChange = Extract<BulkAction, { action: "status" | "stage" }>;

async function ask<Answer>(address: string): Promise<Answer | undefined> {
  const answer = await fetch(withBase(address)).catch(() => undefined);
  return answer?.ok ? await answer.json() : undefined;
}

/** The columns of a board as they are by now, and what changes them: each change is shown at once, and put back where it fails. */
export function useBoard({ kind, cards: address, columns: fresh }: BoardProps) {
  const [seen, setSeen] = useState(fresh);
  const [columns, setColumns] = useState<readonly ColumnFacts[]>(fresh);
  const [held, setHeld] = useState<ReadonlySet<number>>(new Set());
  const [loading, setLoading] = useState<string>();
  if (seen !== fresh) {
    setSeen(fresh);
    setColumns(withFresh(columns, fresh, held));
  }
  const latest = useRef({ columns, fresh });
  latest.current = { columns, fresh };

  const settle = useCallback(
    async (ids: readonly number[], home: readonly Place[]) => {
      const query = new URLSearchParams(ids.map((id) => ["id", String(id)]));
      // Asked again where the page was refreshed meanwhile: the answer may be older than what is shown.
      let asked: typeof fresh | undefined;
      while (asked !== latest.current.fresh) {
        asked = latest.current.fresh;
        const found = await ask<SettledCards>(`${address}&${query}`);
        if (!found) return;
        if (asked === latest.current.fresh)
          setColumns((now) => withSettled(now, ids, found.cards, found.counts, home));
      }
    },
    [address],
  );

  const move = useCallback(
    async (ids: readonly number[], change: MoveChange, to: string | undefined) => {
      const moved = new Set(ids);
      const home = placesOf(latest.current.columns, moved);
      const counts = Object.fromEntries(
        latest.current.columns.map(({ key, count }) => [key, count]),
      );
      const status = change.action === "status" ? change.status : undefined;
      setHeld((before) => new Set([...before, ...ids]));
      if (to !== undefined) setColumns((now) => withMoved(now, moved, to, status));
      const seenIn = home.map(({ card }) => ({ id: card.id, seen: card.status }));
      const answer = await tried(
        () => dropCards({ kind, cards: seenIn, change }),
        "Not moved. Try again.",
      );
      if (!answer?.done) {
        if (answer) showToast(answer.message);
        setColumns((now) => withSettled(now, ids, home, counts, home));
        return;
      }
      const { undo } = answer.done;
      const putBack = async () => {
        const said = undo === null ? undefined : await takeBack(undo);
        setHeld((before) => new Set([...before].filter((id) => !moved.has(id))));
        await settle(ids, home);
        return said;
      };
      showToast(answer.message, undo === null ? undefined : putBack);
      await settle(ids, home);
    },
    [kind, settle],
  );

  const more = useCallback(
    async (key: string) => {
      const next = latest.current.columns.find((each) => each.key === key)?.next;
      if (!next) return;
      setLoading(key);
      const [value, id] = next;
      const query = new URLSearchParams({
        column: key,
        after: String(id),
        ...(value !== null && { value }),
      });
      const found = await ask<Pick<ColumnFacts, "cards" | "next">>(`${address}&${query}`);
      setLoading(undefined);
      if (found) setColumns((now) => withNext(now, key, found));
    },
    [address],
  );

  return { columns, loading, move, more };
}
