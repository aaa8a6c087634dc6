"use client";

import { useState } from "react";
import type { Rule } from "@/lib/today/values.ts";
import type { SnoozeDay } from "../follow-ups/follow-up-answers.tsx";
import { SnoozeDialog } from "../follow-ups/snooze-dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { ellipsisIcon } from "../ui/icons.ts";
import { Menu } from "../ui/menu.tsx";
import { sendAnswer } from "./send-answer.ts";

type Props = { rule: Rule; ids: number[]; title: string; snooze: readonly SnoozeDay[] };

/** The answers beside Done: snooze to a day, and not worth it. */
export function AnswerMenus({ rule, ids, title, snooze }: Props) {
  const [asking, setAsking] = useState(false);
  const later = (until: string) => sendAnswer({ rule, ids, answer: "snooze", until });
  const items = [
    ...snooze.map(([label, day]) => ({ id: day, label, action: () => later(day) })),
    { id: "date", label: "On a date…", action: () => setAsking(true) },
  ];
  const dismiss = {
    id: "dismiss",
    label: "Not worth it",
    action: () => sendAnswer({ rule, ids, answer: "dismiss" }),
  };
  return (
    <>
      <span className="queue__snooze" data-answer-menu="snooze">
        <Menu
          variant="secondary"
          size="s"
          label="Snooze until"
          name={`Snooze: ${title}`}
          items={items}
        >
          Snooze
        </Menu>
      </span>
      <span data-answer-menu="more">
        <Menu
          variant="quiet"
          size="s"
          icon
          label={`More answers to: ${title}`}
          items={[dismiss, ...items.map((item) => ({ ...item, group: "Snooze until" }))]}
        >
          <Icon of={ellipsisIcon} />
        </Menu>
      </span>
      <SnoozeDialog
        open={asking}
        least={snooze[0]?.[1]}
        onChosen={later}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
