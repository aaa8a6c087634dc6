import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { type BulkProgress, changeMany, goOnWithMany, takeBackMany } from "@/lib/bulk/actions.ts";
import type { BulkInput } from "@/lib/bulk/schema.ts";
import type { ActionResult } from "@/lib/forms/click-action.ts";

type Answer = ActionResult<BulkProgress>;
type Tell = (progress: BulkProgress) => void;

const stopped = "The network is gone. What is left goes on by itself: see Settings, Activity.";

/** Asks until a change or its undo is over; undefined where the server is no longer reached. */
async function untilOver(first: Answer | undefined, tell: Tell): Promise<Answer | undefined> {
  let answer = first;
  while (answer?.done && !answer.done.isOver) {
    const { done } = answer;
    tell(done);
    answer = await tried(() => goOnWithMany(done.id), stopped);
  }
  return answer;
}

/** Puts back what a change did, and gives what to say of it. Throws where the server is not reached. */
export async function takeBack(id: number): Promise<string | undefined> {
  // Thrown on, so that the toast can be pressed again.
  const answer = await untilOver(await takeBackMany(id), () => {});
  return answer?.message;
}

/** Changes many, tells how far it is, and says what came of it, with one undo. Gives whether it was done. */
export async function runChange(input: BulkInput, tell: Tell): Promise<boolean> {
  const answer = await untilOver(await tried(() => changeMany(input)), tell);
  if (!answer) return false;
  const { message, done } = answer;
  showToast(message, done && done.changed > 0 ? () => takeBack(done.id) : undefined);
  return done !== undefined;
}
