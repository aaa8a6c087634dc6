"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { ellipsisIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { dismissFollowUp, snoozeFollowUp } from "@/lib/follow-ups/actions.ts";
import { sendAnswer } from "./answers.ts";
import { DoneFollowUp } from "./done-follow-up.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";

/** A day that a snooze leads to, in words. */
export type SnoozeDay = readonly [label: string, day: string];

type Props = {
  id: number;
  /** what is to be done, for screen readers */
  what: string;
  /** the days that a snooze offers */
  snooze: readonly SnoozeDay[];
};

/** The answers to an open follow-up: done, snooze, not worth it, and its edit page. Each is undone from the toast. */
export function FollowUpAnswers({ id, what, snooze }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const later = (day: string) => sendAnswer(id, () => snoozeFollowUp(id, day));
  return (
    <span className="answers">
      <DoneFollowUp id={id} what={what} />
      <Menu
        variant="secondary"
        size="s"
        label="Snooze until"
        name={`Snooze: ${what}`}
        items={[
          ...snooze.map(([label, day]) => ({ id: day, label, action: () => later(day) })),
          { id: "date", label: "On a date…", action: () => setAsking(true) },
        ]}
      >
        Snooze
      </Menu>
      <Menu
        variant="quiet"
        size="s"
        icon
        label={`More answers to: ${what}`}
        items={[
          {
            id: "dismiss",
            label: "Not worth it",
            action: () => sendAnswer(id, () => dismissFollowUp(id)),
          },
          { id: "edit", label: "Edit", action: () => router.push(`/follow-ups/${id}/edit`) },
        ]}
      >
        <Icon of={ellipsisIcon} />
      </Menu>
      <SnoozeDialog
        open={asking}
        least={snooze[0]?.[1]}
        onChosen={later}
        onClose={() => setAsking(false)}
      />
    </span>
  );
}
