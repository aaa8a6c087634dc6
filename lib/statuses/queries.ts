import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { statusWord } from "../../db/schema/statuses.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { cacheUntilWrite } from "../runtime/cache.ts";
import { postingStatuses } from "./documented.ts";
import type { StatusSubject } from "./values.ts";
import { type StatusEntry, type Statuses, statusesFrom } from "./words.ts";

export type StatusWordRow = typeof statusWord.$inferSelect;

const readCached = cacheUntilWrite<{ statuses: Statuses }>();

/** The actor's words for statuses and stages, documented ones and their own; cached until the next write. */
export async function statusesOf(actor: Pick<Actor, "user_id">): Promise<Statuses> {
  const { statuses } = await readCached(String(actor.user_id), async () => {
    const rows = await getDb()
      .select()
      .from(statusWord)
      .where(eq(statusWord.user_id, actor.user_id))
      .orderBy(asc(statusWord.id));
    const entries = rows.map(entryOf);
    return { statuses: statusesFrom(entries), size: 200 + JSON.stringify(entries).length };
  });
  return statuses;
}

/** The documented text that a posting's status counts as; only a text that is not documented is looked up. */
export async function standingOf(actor: Pick<Actor, "user_id">, text: string): Promise<string> {
  if (text === "" || (postingStatuses as readonly string[]).includes(text)) return text;
  return (await statusesOf(actor)).standing(text);
}

const entryOf = (row: StatusWordRow): StatusEntry => ({
  subject: row.subject,
  text: row.text,
  kind: row.kind as StatusEntry["kind"],
  label: row.label,
  hue: row.hue as StatusEntry["hue"],
  place: row.place,
  is_hidden: row.is_hidden,
  is_default: row.is_default,
});

/** The whole word. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getStatusWord(actor: Actor, id: number): Promise<StatusWordRow> {
  const [row] = await getDb().select().from(statusWord).where(eq(statusWord.id, id));
  if (!row) throw new NotFound();
  if (row.user_id !== actor.user_id) throw new Forbidden();
  return row;
}

/** The actor's row of a word; undefined where they neither added nor changed it. */
export async function findStatusWord(
  actor: Actor,
  subject: StatusSubject,
  text: string,
): Promise<StatusWordRow | undefined> {
  const [row] = await getDb()
    .select()
    .from(statusWord)
    .where(
      and(
        eq(statusWord.user_id, actor.user_id),
        eq(statusWord.subject, subject),
        eq(statusWord.text, text),
      ),
    );
  return row;
}

/** How many of the actor's rows that are not in the trash have each text of a subject. */
export async function countUses(
  actor: Actor,
  subject: StatusSubject,
): Promise<Map<string, number>> {
  const [table, column] = usedBy[subject];
  const rows = await getDb().all<{ text: string; count: number }>(sql`
    select ${column} as text, count(*) as count from ${table}
    where user_id = ${actor.user_id} and deleted_at is null group by 1`);
  return new Map(rows.map(({ text, count }) => [text, count]));
}

const usedBy = {
  posting: [sql`job_posting`, sql`posting_status`],
  opportunity: [sql`email_opportunity`, sql`opportunity_status`],
  stage: [sql`job_posting`, sql`rejected_after_stage`],
} as const;
