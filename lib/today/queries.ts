import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { localDay, now } from "../dates.ts";
import { deadlineItems } from "./deadlines.ts";
import { followUpItems } from "./follow-ups.ts";
import { interviewItems } from "./interviews.ts";
import { answerItems } from "./opportunities.ts";
import { inOrder } from "./order.ts";
import { quietItems } from "./quiet.ts";
import { type QuietAfter, quietAfter } from "./quiet-after.ts";
import { eachOnce } from "./reminded.ts";
import { unanswered } from "./suggestion-answers.ts";
import type { TodayItem } from "./values.ts";

/** What is to be done today. */
export type Today = { date: string; quiet_after: QuietAfter; items: TodayItem[] };

/** The actor's queue of a moment, ordered by what slips first, without what was answered. */
export async function todayQueue(actor: Actor, moment = now()): Promise<Today> {
  const date = localDay(moment, actor.time_zone);
  const after = quietAfter(actor);
  const [followUps, interviews, openings, deadlines, quiet] = await Promise.all([
    followUpItems(actor, date),
    interviewItems(actor, date, moment),
    answerItems(actor, date, moment),
    deadlineItems(actor, date),
    after.then((known) => quietItems(actor, date, moment, known)),
  ]);
  const once = eachOnce(followUps, deadlines, date);
  const asked = [...interviews, ...openings, ...once.deadlines];
  const suggestions = await unanswered(actor, asked, date);
  const items = inOrder([...once.followUps, ...suggestions, ...quiet]);
  return { date, quiet_after: await after, items };
}
