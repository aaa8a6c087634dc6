import "server-only";
import { sql } from "drizzle-orm";
import { preparedQuery } from "../../../db/prepared-query.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { daySpan, withinSpan } from "../../records/days.ts";
import { countsAsNone } from "../../statuses/conditions.ts";
import { noResponseStatus, rejectedStatus, savedStatus } from "../../statuses/documented.ts";

/** `in_talks` is the documented response: a status other than "No Response" and "Rejected". */
export type SpanCount = {
  from: string;
  to: string | null;
  applied: number;
  answered: number;
  in_talks: number;
};
/** From a day to before another, or open. */
export type DaySpan = readonly [from: string, to: string | null];

const user = sql.placeholder("user");

const countBetween = preparedQuery((db) =>
  db
    .select({
      counts: sql<string>`(select json_array(count(*), count(*) filter (where
        ${countsAsNone(sql`p.posting_status`, user, [noResponseStatus, rejectedStatus])})) from job_posting p
        where p.user_id = ${user} and p.deleted_at is null
        and ${withinSpan(sql`p.applied_at`, sql`part.value`)}
        and ${countsAsNone(sql`p.posting_status`, user, [savedStatus])})`,
      answered: sql<number>`(select count(*) from posting_fact f
        where f.user_id = ${user} and f.reached > 1
        and ${withinSpan(sql`f.applied_at`, sql`part.value`)})`,
    })
    .from(sql`json_each(${sql.placeholder("parts")}) part`)
    .orderBy(sql`part.key`)
    .prepare(),
);

// After any day that can be written.
const noEnd = "9999-12-31";

/** Applications, answers and documented responses in each half-open span of days. */
export async function countSpans(actor: Actor, spans: readonly DaySpan[]): Promise<SpanCount[]> {
  // Spans overlap: each interval between neighbouring boundaries is counted once, then summed per span.
  const boundaries = [...new Set(spans.flatMap(([from, to]) => [from, to ?? noEnd]))].sort();
  const parts = boundaries
    .slice(1)
    .map((to, i) => daySpan(boundaries[i] ?? to, to === noEnd ? null : to, actor.time_zone));
  const counted = await countBetween().all({
    user: actor.user_id,
    parts: JSON.stringify(parts),
  });
  const counts = counted.map(({ counts, answered }) => {
    const [applied, in_talks] = JSON.parse(counts) as [number, number];
    return { applied, answered, in_talks };
  });
  return spans.map(([from, to]) => {
    const first = boundaries.indexOf(from);
    const within = counts.slice(first, Math.max(first, boundaries.indexOf(to ?? noEnd)));
    const sum = (name: "applied" | "answered" | "in_talks") =>
      within.reduce((total, part) => total + part[name], 0);
    return {
      from,
      to,
      applied: sum("applied"),
      answered: sum("answered"),
      in_talks: sum("in_talks"),
    };
  });
}
