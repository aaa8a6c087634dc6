import "server-only";
import { sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { cachedReport } from "../reports/cached-report.ts";
import { toExits, waitRows } from "../reports/insights/waits.ts";
import { kaplanMeier, type SurvivalStep } from "../reports/statistics/survival.ts";

/** After how many days of silence a posting is quiet, and from how many answers that is known. */
export type QuietAfter = { days: number; answers: number; own: boolean };

const leastAnswers = 10;
const usualDays = 21;
const stillAnswered = 1 / 20;
const everyDay = "0001-01-01";

/**
 * After how many days a posting of this person's is quiet: the day after which fewer than 1 in 20 of those that are
 * still open are ever answered (Kaplan–Meier), once there are 10 answers; 21 days before.
 */
export const quietAfter = cachedReport(
  async (actor: Actor, now: number = Date.now()): Promise<QuietAfter> => {
    const rows = await waitRows(actor, everyDay, sql`''`, "any", now);
    return quietAfterOf(kaplanMeier(toExits(rows.filter(({ days }) => days !== null))));
  },
);

/** The same from the curve of the waits. */
export function quietAfterOf(curve: readonly SurvivalStep[]): QuietAfter {
  const answers = curve.reduce((sum, { events }) => sum + events, 0);
  if (answers < leastAnswers) return { days: usualDays, answers, own: false };
  // Where few are left, one late answer would move the end of the curve by its whole height.
  const known = curve.filter(({ at_risk }) => at_risk >= leastAnswers);
  const last = known.at(-1)?.survival ?? 1;
  // Of those still open after a step, this share is answered by the end of the curve.
  const step = known.find(({ survival }) => survival === 0 || 1 - last / survival < stillAnswered);
  return { days: Math.max(1, step?.time ?? usualDays), answers, own: true };
}
