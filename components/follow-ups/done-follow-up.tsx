"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { finishFollowUp } from "@/lib/follow-ups/actions.ts";
import { sendAnswer } from "./answers.ts";

/** Says that a follow-up is done; the toast takes it back. */
export function DoneFollowUp({ id, what }: { id: number; what: string }) {
  const [pending, start] = useTransition();
  return (
    <Button
      size="s"
      pending={pending}
      data-answer="done"
      onClick={() => start(() => sendAnswer(id, () => finishFollowUp(id)))}
    >
      Done<span className="sr-only"> {what}</span>
    </Button>
  );
}
