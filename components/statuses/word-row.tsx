"use client";

import { useRef, useState, useTransition } from "react";
import { buttonClass } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { arrowDownIcon, arrowUpIcon, ellipsisIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import type { MenuItem } from "@/components/ui/menu-panel.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { dropWord, shiftWord, switchWord, takeBackWord } from "@/lib/statuses/actions.ts";
import type { StatusWord } from "@/lib/statuses/words.ts";
import { useStatuses } from "../records/status-words.tsx";
import { EditWord } from "./edit-word.tsx";
import { MoveUses } from "./move-uses.tsx";
import { usesWords } from "./uses-words.ts";

type Props = { word: StatusWord; uses: number; isFirst: boolean; isLast: boolean };

/** One word: how it looks, what has it, its place, and a menu of what can be done with it. */
export function WordRow({ word, uses, isFirst, isLast }: Props) {
  const { subject, text, label, is_hidden, is_default } = word;
  const [asking, ask] = useState<"edit" | "move">();
  const { hue } = useStatuses()[subject].words(text);
  const notes = [
    label !== word.usual && text,
    uses > 0 && usesWords(subject, uses),
    is_hidden && "hidden from menus",
    is_default && "what a new posting begins with",
  ].filter(Boolean);

  const change = async (what: Parameters<typeof switchWord>[2], back: typeof what) => {
    const { message, done } = await switchWord(subject, text, what);
    showToast(
      message,
      done ? async () => (await switchWord(subject, text, back)).message : undefined,
    );
  };
  const drop = async (to?: string) => {
    const answer = await tried(() => dropWord(subject, text, to));
    if (!answer) return;
    const { message, done } = answer;
    showToast(message, done && (async () => (await takeBackWord(done)).message));
  };

  const items: MenuItem[] = [
    { id: "edit", label: "Edit", action: () => ask("edit") },
    {
      id: "hide",
      label: is_hidden ? "Show in menus" : "Hide from menus",
      action: () => change({ is_hidden: !is_hidden }, { is_hidden }),
    },
    ...(subject === "opportunity"
      ? []
      : [
          {
            id: "default",
            label: is_default ? "No longer the default" : "Make the default",
            action: () => change({ is_default: !is_default }, { is_default }),
          },
        ]),
    ...(word.documented
      ? []
      : [
          {
            id: "delete",
            label: "Delete",
            danger: true,
            action: () => (uses > 0 ? ask("move") : drop()),
          },
        ]),
  ];

  return (
    <li className="row-list__row word-row">
      <div>
        <p className={is_hidden ? "dim" : undefined}>
          {subject === "stage" ? label : <StatusMark kind={hue}>{label}</StatusMark>}
        </p>
        {notes.length > 0 && <p className="row-list__note">{notes.join(" · ")}</p>}
      </div>
      <Shift word={word} by={-1} isOff={isFirst} />
      <Shift word={word} by={1} isOff={isLast} />
      <Menu variant="quiet" size="s" icon label={`Change ${label}`} items={items}>
        <Icon of={ellipsisIcon} />
      </Menu>
      <EditWord word={word} open={asking === "edit"} onClose={() => ask(undefined)} />
      <MoveUses
        word={word}
        uses={uses}
        open={asking === "move"}
        onClose={() => ask(undefined)}
        onChosen={drop}
      />
    </li>
  );
}

type ShiftProps = { word: StatusWord; by: -1 | 1; isOff: boolean };

/** Moves a word up or down among those of its kind; it stays focused where it lands. */
function Shift({ word, by, isOff }: ShiftProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [pending, start] = useTransition();
  const { subject, text, label } = word;
  const move = () =>
    start(async () => {
      const answer = await tried(() => shiftWord(subject, text, by));
      if (answer?.message) showToast(answer.message);
      ref.current?.focus();
    });
  return (
    <button
      ref={ref}
      type="button"
      className={buttonClass({ variant: "quiet", size: "s", icon: true })}
      aria-label={`Move ${label} ${by < 0 ? "up" : "down"}`}
      aria-disabled={isOff || undefined}
      data-pending={pending || undefined}
      onClick={() => !isOff && !pending && move()}
    >
      <Icon of={by < 0 ? arrowUpIcon : arrowDownIcon} />
    </button>
  );
}
