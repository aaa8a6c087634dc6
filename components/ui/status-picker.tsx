"use client";

import { useOptimistic } from "react";
import type { ActionResult } from "@/lib/forms/click-action.ts";
import { Icon } from "./icon.tsx";
import { chevronDownIcon } from "./icons.ts";
import { Menu } from "./menu.tsx";
import { type StatusKind, StatusMark, statusOptions } from "./status-mark.tsx";
import { showToast } from "./toasts.ts";

export type StatusMenuProps = {
  id: number;
  status: string;
  /** whose status, for screen readers */
  of: string;
  /** whether it is too early to call silence "No response" */
  fresh?: boolean;
};

export type StatusPickerProps<Done> = StatusMenuProps & {
  /** every status that is offered, in its order */
  statuses: readonly string[];
  words: (status: string, fresh?: boolean) => { kind: StatusKind; label: string; hue: StatusKind };
  set: (id: number, next: string) => Promise<ActionResult<Done>>;
  undo: (id: number, done: Done) => Promise<ActionResult<true>>;
};

/** A status as a mark that opens a menu of the others; set optimistically, with an undo in the toast. */
export function StatusPicker<Done>(props: StatusPickerProps<Done>) {
  const { id, status, of, fresh, statuses, set, undo } = props;
  const [shown, show] = useOptimistic(status);
  const words = (each: string) => props.words(each, fresh);

  const choose = async (next: string) => {
    if (next === status) return;
    show(next);
    const { message, done } = await set(id, next);
    showToast(message, done && (async () => (await undo(id, done)).message));
  };

  // What is hidden, or an API client wrote, is among the choices where it is the current one.
  const items = statusOptions(statuses, words, shown).map(({ value, hue, label, group }) => ({
    id: value,
    text: label,
    label: <StatusMark kind={hue}>{label}</StatusMark>,
    group,
    action: () => choose(value),
  }));
  const { hue, label } = words(shown);
  return (
    <Menu
      variant="bare"
      name={`Status of ${of}: ${label}`}
      label={`Status of ${of}`}
      items={items}
      selected={shown}
    >
      <StatusMark kind={hue}>{label}</StatusMark>
      <Icon of={chevronDownIcon} />
    </Menu>
  );
}
