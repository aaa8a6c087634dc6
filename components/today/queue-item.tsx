"use client";

import type { Rule } from "@/lib/today/values.ts";
import type { SnoozeDay } from "../follow-ups/follow-up-answers.tsx";
import { LinkButton } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { AnswerMenus } from "./answer-menus.tsx";
import { DoneButton, Tick } from "./done-button.tsx";

type Props = {
  rule: Rule;
  ids: number[];
  title: string;
  reason: string;
  /** where what it is about is opened; undefined of nothing */
  href?: string;
  snooze: readonly SnoozeDay[];
};

/** What is done on another page, which its button leads to. */
const elsewhere: readonly Rule[] = ["prepare", "write_up"];

/** One thing to do: what and why, and its answers under a key each. */
export function QueueItem({ rule, ids, title, reason, href, snooze }: Props) {
  return (
    <li className="queue__item" data-row>
      <Tick rule={rule} ids={ids} title={title} />
      <div className="queue__words">
        <p className="queue__title">
          {href ? (
            <Link href={href} data-row-link>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        <p className="queue__reason">{reason}</p>
      </div>
      <span className="answers">
        {href && elsewhere.includes(rule) ? (
          <LinkButton href={href} size="s">
            Open<span className="sr-only"> {title}</span>
          </LinkButton>
        ) : (
          <DoneButton rule={rule} ids={ids} title={title} />
        )}
        <AnswerMenus rule={rule} ids={ids} title={title} snooze={snooze} />
      </span>
    </li>
  );
}
