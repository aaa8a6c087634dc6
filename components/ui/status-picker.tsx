"use client";

import { useOptimistic } from "react";
import type { ActionResult } from "@/lib/forms/action-result.ts";
import { Menu } from "./menu.tsx";
import { type StatusKind, StatusMark } from "./status-mark.tsx";
import { showToast } from "./toasts.ts";

type Props<Done> = {
  status: string;
  /** whose status, for screen readers */
  of: string;
  choices: readonly string[];
  words: (status: string) => { kind: StatusKind; label: string };
  set: (next: string) => Promise<ActionResult<Done>>;
  takeBack: (done: Done) => Promise<ActionResult<true>>;
};

/** A status as a mark that opens the choice of another; shown at once, taken back from the toast. */
export function StatusPicker<Done>(props: Props<Done>) {
  const { status, of, choices, words, set, takeBack } = props;
  const [shown, show] = useOptimistic(status);

  const choose = async (next: string) => {
    if (next === status) return;
    show(next);
    const { message, done } = await set(next);
    showToast(message, done && (async () => (await takeBack(done)).message));
  };

  const mark = (each: string) => (
    <StatusMark kind={words(each).kind}>{words(each).label}</StatusMark>
  );
  return (
    <Menu
      variant="bare"
      label={`Status of ${of}`}
      items={choices.map((each) => ({
        id: each,
        text: words(each).label,
        label: mark(each),
        current: each === shown,
        action: () => choose(each),
      }))}
    >
      {mark(shown)}
    </Menu>
  );
}
