import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { answerItems, takeBackItems } from "@/lib/today/actions.ts";
import type { TodayAnswer } from "@/lib/today/schema.ts";

/** Sends an answer to items of the queue and says so, with an undo in the toast. */
export async function sendAnswer(answer: TodayAnswer): Promise<void> {
  const answered = await tried(() => answerItems(answer));
  if (!answered) return;
  const { message, done } = answered;
  showToast(message, done && (async () => (await takeBackItems(done)).message));
}
