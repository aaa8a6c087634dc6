import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayNumber, localDay, today } from "../../dates.ts";
import { beforeDay, localDateSql, sinceDay } from "../../records/days.ts";
import { statusesOf } from "../../statuses/queries.ts";
import type { Statuses, StatusSet } from "../../statuses/words.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { answeredWaitingAt, answeredWaitingSql } from "./answered-waiting.ts";
import { count, dayText } from "./schema.ts";
import { pipelineKinds } from "./values.ts";

const kindCounts = z.strictObject({
  saved: count,
  waiting: count,
  engaged: count,
  offer: count,
  rejected: count,
  closed: count,
});

const seriesShape = z.strictObject({
  /** days from one point to the next; the last point is today */
  step_days: count,
  points: z.array(z.strictObject({ day: dayText, counts: kindCounts })),
});

/** The API's response of a day's pipeline. */
export const pipelineShape = z
  .strictObject({
    day: dayText,
    /** the first day with a posting; null if there is none */
    first_day: dayText.nullable(),
    total: count,
    counts: kindCounts,
    statuses: z.array(
      z.strictObject({ posting_status: z.string(), kind: z.enum(pipelineKinds), count }),
    ),
    series: seriesShape.nullable(),
  })
  .meta({ id: "Pipeline" });

export type PipelineSeries = z.infer<typeof seriesShape>;
export type Pipeline = Omit<z.infer<typeof pipelineShape>, "series">;

/** The condition on `posting_span` for the actor's spans that include the end of a day. */
export function spansAt(actor: Actor, day: string): SQL {
  const [next, zone] = [addDays(day, 1), actor.time_zone];
  return sql`user_id = ${actor.user_id} and ${beforeDay(sql`starts_at`, next, zone)}
    and (ends_at is null or ${sinceDay(sql`ends_at`, next, zone)})`;
}

/** SQL for the kind of a status, as the person's words have it. */
export const statusKindSql = (column: SQL, { posting }: Statuses): SQL => {
  const cases = [...posting.known, ""].map(
    (status) => sql`when ${status} then ${posting.words(status).kind}`,
  );
  return sql`case ${column} ${sql.join(cases, sql` `)} else 'closed' end`;
};

const zeroCounts = (): z.infer<typeof kindCounts> => ({
  saved: 0,
  waiting: 0,
  engaged: 0,
  offer: 0,
  rejected: 0,
  closed: 0,
});

/** The requested day; today if there is none or it is in the future. */
export function pipelineDay(actor: Actor, asked: string | undefined): string {
  const now = today(actor.time_zone);
  return asked && asked < now ? asked : now;
}

/** Postings by status at the end of a local day; postings now in the trash are left out. */
export async function pipelineOn(actor: Actor, asked: string | undefined): Promise<Pipeline> {
  const day = pipelineDay(actor, asked);
  const { posting } = await statusesOf(actor);
  const rows = reportRows<{ posting_status: string; count: number }>(sql`
    select posting_status, count(*) as count from posting_span
    where ${spansAt(actor, day)} group by 1 order by 1`);
  const answered = reportRows<StatusCount>(sql`
    select posting_status, kind, count(*) as count
    from (${answeredWaitingAt(actor, addDays(day, 1))}) group by 1, 2`);
  const first = firstSpan(actor);
  const statuses = withAnswered(await rows, await answered, posting);
  const counts = zeroCounts();
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

type StatusCount = Pipeline["statuses"][number];

// What is answered by its log alone is counted apart from what waits with the same status.
function withAnswered(
  rows: { posting_status: string; count: number }[],
  answered: StatusCount[],
  { words }: StatusSet,
): StatusCount[] {
  return rows.flatMap(({ posting_status, count }) => {
    const its = answered.filter((row) => row.posting_status === posting_status);
    const left = its.reduce((rest, moved) => rest - moved.count, count);
    const { kind } = words(posting_status);
    return [...(left > 0 ? [{ posting_status, kind, count: left }] : []), ...its];
  });
}

async function firstSpan(actor: Actor): Promise<string | null> {
  const [row] = await reportRows<{ first: string | null }>(sql`
    select min(starts_at) as first from posting_span where user_id = ${actor.user_id}`);
  return row?.first ?? null;
}

/**
 * Time series of the counts by kind, from the first posting to today, every `stepDays`. Without it,
 * daily, or at the interval that keeps it within `maxPoints`.
 */
export const pipelineSeries = cachedReport(
  async (
    actor: Actor,
    { stepDays, maxPoints = 400 }: { stepDays?: number; maxPoints?: number } = {},
  ): Promise<PipelineSeries> => {
    const began = await firstSpan(actor);
    const last = today(actor.time_zone);
    if (!began) return { step_days: stepDays ?? 1, points: [] };
    const first = localDay(began, actor.time_zone);
    const days = Math.max(0, dayNumber(last) - dayNumber(first)) + 1;
    const step_days = stepDays ?? Math.max(1, Math.ceil(days / maxPoints));
    const size = Math.ceil(days / step_days);
    const changes = await kindChanges(actor, began);
    const points: PipelineSeries["points"] = [];
    const counts = zeroCounts();
    let next = 0;
    for (let at = size - 1; at >= 0; at -= 1) {
      const day = addDays(last, -at * step_days);
      for (let change = changes[next]; change && change.day <= day; change = changes[next]) {
        counts[change.kind] += change.change;
        next += 1;
      }
      points.push({ day, counts: { ...counts } });
    }
    return { step_days, points };
  },
);

type KindChange = { day: string; kind: StatusCount["kind"]; change: number };

/** What each day adds to the kinds and takes away from them, in order. */
async function kindChanges(actor: Actor, began: string): Promise<KindChange[]> {
  const { words } = (await statusesOf(actor)).posting;
  const answered = reportRows<StatusCount & { since: string }>(answeredWaitingSql(actor));
  const changes = (await statusChanges(actor, began)).map(({ posting_status, ...change }) => ({
    ...change,
    kind: words(posting_status).kind,
  }));
  const moves = (await answered).flatMap(({ posting_status, kind, since }): KindChange[] => {
    const day = localDay(since, actor.time_zone);
    return [
      { day, kind: words(posting_status).kind, change: -1 },
      { day, kind, change: 1 },
    ];
  });
  if (moves.length === 0) return changes;
  return [...changes, ...moves].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

type StatusChange = { day: string; posting_status: string; change: number };

// Daily changes per status, which are far fewer rows than spans.
function statusChanges(actor: Actor, began: string): Promise<StatusChange[]> {
  const [zone, tomorrow] = [actor.time_zone, addDays(today(actor.time_zone), 1)];
  const day = (column: SQL) => localDateSql(column, zone, began, addDays(tomorrow, 1));
  const past = (column: SQL) => beforeDay(column, tomorrow, zone);
  const ownSpans = sql`from posting_span where user_id = ${actor.user_id}`;
  return reportRows<StatusChange>(sql`
    select day, posting_status, sum(change) as change from (
      select ${day(sql`starts_at`)} as day, posting_status, count(*) as change
        ${ownSpans} and ${past(sql`starts_at`)} group by 1, 2
      union all
      select ${day(sql`ends_at`)}, posting_status, -count(*)
        ${ownSpans} and ${past(sql`ends_at`)} group by 1, 2)
    group by 1, 2 order by 1`);
}
