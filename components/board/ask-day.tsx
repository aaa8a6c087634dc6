"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { formatWhen } from "@/components/ui/format.ts";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { planOnBoard, takeBackPlanned } from "@/lib/board/actions.ts";
import type { BoardKind } from "@/lib/board/values.ts";
import type { CardFacts } from "./board-props.ts";

type Props = { kind: BoardKind; card: CardFacts; onClose: () => void };

/** React Aria gives the focus to what was dropped, a moment after it. */
const afterFocusMs = 150;

/** Asks for the day of an interview where talks began; without one the drop stands as it is. */
export function AskDay({ kind, card, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus(), afterFocusMs);
    return () => clearTimeout(timer);
  }, []);

  const close = () => {
    document.querySelector<HTMLElement>(`[data-card="${card.id}"]`)?.focus();
    onClose();
  };
  const save = async () => {
    const starts_at = field.current?.value ?? "";
    close();
    if (!starts_at) return;
    const answer = await tried(() => planOnBoard({ kind, id: card.id, starts_at }));
    if (!answer) return;
    const { message, done } = answer;
    showToast(
      done ? `Interview ${formatWhen(starts_at)}` : message,
      done === undefined ? undefined : async () => (await takeBackPlanned(done)).message,
    );
  };

  return (
    <form
      className="board-day"
      role="dialog"
      aria-label={`Interview with ${card.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <label>
        When do you talk?
        <input ref={field} type="datetime-local" className="input" />
      </label>
      <div className="board-day__end">
        <Button size="s" onClick={close}>
          Not known yet
        </Button>
        <Button size="s" type="submit" variant="primary">
          Add interview
        </Button>
      </div>
    </form>
  );
}
