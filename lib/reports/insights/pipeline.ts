import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayStart, localDay, today } from "../../dates.ts";
import { postingStatuses, type StatusKind, statusWords } from "../../postings/values.ts";
import { cachedReport } from "./cached-report.ts";
import { localDate } from "./local.ts";

export type KindCounts = Record<StatusKind, number>;

export type Pipeline = {
  day: string;
  /** the first day with a posting; null before any */
  first_day: string | null;
  total: number;
  counts: KindCounts;
  statuses: { posting_status: string; kind: StatusKind; count: number }[];
};

export type PipelineSeries = {
  /** days from one point to the next; the last point is today */
  step_days: number;
  points: { day: string; counts: KindCounts }[];
};

/** Spans of the actor that hold at the end of a day, for a where over `posting_span`. */
export function standingAt(actor: Actor, day: string): SQL {
  const end = dayStart(addDays(day, 1), actor.time_zone);
  return sql`user_id = ${actor.user_id} and starts_at < ${end} and (ends_at is null or ends_at >= ${end})`;
}

/** The kind of a status in SQL, as `statusWords` says it. */
export const kindOf = (column: SQL): SQL => {
  const cases = postingStatuses.map(
    (status) => sql`when ${status} then ${statusWords(status).kind}`,
  );
  return sql`case ${column} ${sql.join(cases, sql` `)} else ${statusWords("").kind} end`;
};

const none = (): KindCounts => ({
  saved: 0,
  waiting: 0,
  engaged: 0,
  offer: 0,
  rejected: 0,
  closed: 0,
});

/** Today where no day is asked for, or one that lies ahead. */
export function pipelineDay(actor: Actor, asked: string | undefined): string {
  const now = today(actor.time_zone);
  return asked && asked < now ? asked : now;
}

/** How many postings had which status at the end of a day of the person's; what is in the trash now is left out. */
export async function pipelineOn(actor: Actor, asked: string | undefined): Promise<Pipeline> {
  const day = pipelineDay(actor, asked);
  const rows = getDb().all<{ posting_status: string; count: number }>(sql`
    select posting_status, count(*) as count from posting_span
    where ${standingAt(actor, day)} group by 1 order by 1`);
  const first = firstSpan(actor);
  const statuses = (await rows).map((row) => ({
    ...row,
    kind: statusWords(row.posting_status).kind,
  }));
  const counts = none();
  for (const { kind, count } of statuses) counts[kind] += count;
  const began = await first;
  return {
    day,
    first_day: began && localDay(began, actor.time_zone),
    total: statuses.reduce((sum, { count }) => sum + count, 0),
    counts,
    statuses,
  };
}

async function firstSpan(actor: Actor): Promise<string | null> {
  const [row] = await getDb().all<{ first: string | null }>(sql`
    select min(starts_at) as first from posting_span where user_id = ${actor.user_id}`);
  return row?.first ?? null;
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/**
 * The counts by kind from the first posting to today, at the end of every `step`th day; every day, or as
 * many days apart as keep it under `most` points, where no step is given.
 */
export const pipelineSeries = cachedReport(
  async (
    actor: Actor,
    { step, most = 400 }: { step?: number; most?: number } = {},
  ): Promise<PipelineSeries> => {
    const began = await firstSpan(actor);
    const last = today(actor.time_zone);
    if (!began) return { step_days: step ?? 1, points: [] };
    const first = localDay(began, actor.time_zone);
    const days = Math.max(0, dayNumber(last) - dayNumber(first)) + 1;
    const step_days = step ?? Math.max(1, Math.ceil(days / most));
    const size = Math.ceil(days / step_days);
    const changes = await changesByDay(actor, began);
    const points: PipelineSeries["points"] = [];
    const counts = none();
    let next = 0;
    for (let at = size - 1; at >= 0; at -= 1) {
      const day = addDays(last, -at * step_days);
      for (let change = changes[next]; change && change.day <= day; change = changes[next]) {
        counts[statusWords(change.posting_status).kind] += change.change;
        next += 1;
      }
      points.push({ day, counts: { ...counts } });
    }
    return { step_days, points };
  },
);

type Change = { day: string; posting_status: string; change: number };

// What each day added to each status and took from it: far fewer rows than spans.
function changesByDay(actor: Actor, began: string): Promise<Change[]> {
  const until = dayStart(addDays(today(actor.time_zone), 1), actor.time_zone);
  const day = (column: SQL) => localDate(column, actor.time_zone, began, until);
  const mine = sql`from posting_span where user_id = ${actor.user_id}`;
  return getDb().all<Change>(sql`
    select day, posting_status, sum(change) as change from (
      select ${day(sql`starts_at`)} as day, posting_status, count(*) as change
        ${mine} and starts_at < ${until} group by 1, 2
      union all
      select ${day(sql`ends_at`)}, posting_status, -count(*)
        ${mine} and ends_at < ${until} group by 1, 2)
    group by 1, 2 order by 1`);
}
