import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { takeBackFollowUp } from "@/lib/follow-ups/actions.ts";
import type { AnswerChange } from "@/lib/follow-ups/schema.ts";
import type { ActionResult } from "@/lib/forms/click-action.ts";

/** Sends an answer to a follow-up and says so, with an undo in the toast. */
export async function sendAnswer(
  id: number,
  send: () => Promise<ActionResult<AnswerChange>>,
): Promise<void> {
  const answer = await tried(send);
  if (!answer) return;
  const { message, done } = answer;
  showToast(message, done && (async () => (await takeBackFollowUp(id, done)).message));
}
