import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, toStored } from "../dates.ts";
import { answeredWaiting } from "../postings/groups.ts";
import { countsAs } from "../statuses/conditions.ts";
import { waitingStatuses } from "../statuses/documented.ts";
import type { QuietAfter } from "./quiet-after.ts";
import { answeredIds } from "./suggestion-answers.ts";
import { maxRows, type TodayItem } from "./values.ts";
import { countDays } from "./words.ts";

type Row = { id: number; name: string };

/**
 * Applications that wait for longer than is usual for this person, the oldest first, as one item; without those that
 * the person answered for, or means to follow up.
 */
export async function quietItems(
  actor: Actor,
  today: string,
  moment: string,
  after: QuietAfter,
): Promise<TodayItem[]> {
  const until = toStored(Date.parse(`${moment.slice(0, 19)}Z`) - (after.days + 1) * dayMs);
  const rows = await getDb().all<Row>(sql`
    select p.id, coalesce(nullif(p.company_name, ''), nullif(p.posting_title, ''), 'Untitled') as name
    from job_posting p indexed by job_posting_applied
    where p.user_id = ${actor.user_id} and p.deleted_at is null and p.applied_at <= ${until}
      and ${countsAs(sql`p.posting_status`, actor.user_id, waitingStatuses)}
      and p.id not in (select job_posting_id from ${answeredWaiting(actor.user_id)})
      and p.id not in (${answeredIds(actor, "quiet", today)})
      and not exists (select 1 from follow_up f where f.job_posting_id = p.id
        and f.state = 'open' and f.deleted_at is null)
    order by p.applied_at, p.id limit ${maxRows}`);
  if (rows.length === 0) return [];
  const count = rows.length === 1 ? "1 posting" : `${rows.length} postings`;
  return [
    {
      rule: "quiet",
      ids: rows.map(({ id }) => id),
      subject: null,
      title: `Close ${count} as no response`,
      reason: `${quietWords(after)}: ${namesOf(rows)}.`,
      slips_on: today,
      slips_at: null,
      occasion: "",
      names: rows.map(({ name }) => name),
    },
  ];
}

/** Why silence counts as an answer after so many days. */
export const quietWords = ({ days, own }: QuietAfter): string =>
  own
    ? `Quiet for more than ${countDays(days)}, after which fewer than 1 in 20 answer you`
    : `Quiet for more than ${countDays(days)}`;

const shownNames = 4;

function namesOf(rows: readonly Row[]): string {
  const shown = rows.slice(0, shownNames).map(({ name }) => name);
  const more = rows.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
