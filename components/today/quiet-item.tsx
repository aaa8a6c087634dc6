"use client";

import { useState } from "react";
import type { SnoozeDay } from "../follow-ups/follow-up-answers.tsx";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { AnswerMenus } from "./answer-menus.tsx";
import { DoneButton, Tick } from "./done-button.tsx";

type Props = {
  ids: number[];
  /** their names, in the same order */
  names: string[];
  title: string;
  reason: string;
  snooze: readonly SnoozeDay[];
};

/** Postings that went quiet, closed at once; opened, each can be left out. */
export function QuietItem({ ids, names, title, reason, snooze }: Props) {
  const [open, setOpen] = useState(false);
  const [left, setLeft] = useState<readonly number[]>([]);
  const chosen = ids.filter((id) => !left.includes(id));
  const about = { rule: "quiet" as const, ids: chosen, title };
  const turn = (id: number) =>
    setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id]);
  return (
    <li className="queue__item queue__item--many" data-row>
      <Tick {...about} />
      <div className="queue__words">
        <p className="queue__title">{title}</p>
        <p className="queue__reason">{reason}</p>
        {open && (
          <ul className="queue__members">
            {ids.map((id, at) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    className="check"
                    checked={!left.includes(id)}
                    onChange={() => turn(id)}
                  />
                  <span className="sr-only">Close </span>
                  {names[at]}
                </label>
                <Link href={`/postings/${id}`} className="link">
                  Open<span className="sr-only"> {names[at]}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="answers">
        {chosen.length > 0 && (
          <DoneButton {...about}>
            {chosen.length === ids.length ? "Close all" : `Close ${chosen.length}`}
          </DoneButton>
        )}
        <Button size="s" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Hide" : "Show"}
          <span className="sr-only"> the quiet postings</span>
        </Button>
        <AnswerMenus {...about} snooze={snooze} />
      </span>
    </li>
  );
}
