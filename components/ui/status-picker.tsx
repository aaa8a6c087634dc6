"use client";

import { useOptimistic } from "react";
import type { ActionResult } from "@/lib/forms/click-action.ts";
import { Menu } from "./menu.tsx";
import { type StatusKind, StatusMark, statusOptions } from "./status-mark.tsx";
import { showToast } from "./toasts.ts";

export type StatusMenuProps = {
  id: number;
  status: string;
  /** whose status, for screen readers */
  of: string;
};

export type StatusPickerProps<Done> = StatusMenuProps & {
  /** every status, in the order of their numbers */
  statuses: readonly string[];
  words: (status: string) => { kind: StatusKind; label: string };
  set: (id: number, next: string) => Promise<ActionResult<Done>>;
  undo: (id: number, done: Done) => Promise<ActionResult<true>>;
};

/** A status as a mark that opens a menu of the others; set optimistically, with an undo in the toast. */
export function StatusPicker<Done>(props: StatusPickerProps<Done>) {
  const { id, status, of, statuses, words, set, undo } = props;
  const [shown, show] = useOptimistic(status);

  const choose = async (next: string) => {
    if (next === status) return;
    show(next);
    const { message, done } = await set(id, next);
    showToast(message, done && (async () => (await undo(id, done)).message));
  };

  const mark = (each: string) => (
    <StatusMark kind={words(each).kind}>{words(each).label}</StatusMark>
  );
  const items = statusOptions(statuses, words).map(({ value, label }) => ({
    id: value,
    text: label,
    label: mark(value),
    current: value === shown,
    action: () => choose(value),
  }));
  return (
    <Menu variant="bare" label={`Status of ${of}`} items={items}>
      {mark(shown)}
    </Menu>
  );
}
