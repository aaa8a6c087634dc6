"use client";

import { type ReactNode, useTransition } from "react";
import type { Rule } from "@/lib/today/values.ts";
import { Button } from "../ui/button.tsx";
import { sendAnswer } from "./send-answer.ts";

type Props = { rule: Rule; ids: number[]; title: string };

/** Says that something of the queue is done. */
export function DoneButton({
  rule,
  ids,
  title,
  children = "Done",
}: Props & { children?: ReactNode }) {
  const [pending, start] = useTransition();
  return (
    <Button
      size="s"
      pending={pending}
      data-answer="done"
      onClick={() => start(() => sendAnswer({ rule, ids, answer: "done" }))}
    >
      {children}
      <span className="sr-only"> {title}</span>
    </Button>
  );
}

/** The box in front, which does the same by one press. */
export function Tick({ rule, ids, title }: Props) {
  const [pending, start] = useTransition();
  return (
    <button
      type="button"
      className="queue__tick"
      aria-label={`Tick off: ${title}`}
      aria-disabled={pending || undefined}
      data-answer="done"
      onClick={() => pending || start(() => sendAnswer({ rule, ids, answer: "done" }))}
    />
  );
}
