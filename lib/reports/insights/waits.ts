import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { untilNow } from "../../records/days.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { countExits, type Exits, kaplanMeier, logRank } from "../statistics/survival.ts";
import { appliedSince, groupingColumn, groupLabels } from "./queries.ts";
import { count, dayText, share, type WaitsQuery } from "./schema.ts";
import { minSampleSize } from "./values.ts";

const waitGroupShape = z.strictObject({
  label: z.string(),
  applications: count,
  answered: count,
  /** median days to the answer; null without answers */
  median_days: count.nullable(),
  curve: z.array(
    z.strictObject({
      time: count,
      at_risk: count,
      events: count,
      censored: count,
      survival: share,
      error: z.number(),
      low: share,
      high: share,
    }),
  ),
});

/** The API's response of the waits. */
export const waitsShape = z
  .strictObject({
    since: dayText,
    /** all applications, and those that are answered, whether their days are known or not */
    applications: count,
    answered: count,
    /** those with known days */
    all: waitGroupShape,
    /** the six largest groups, if a grouping was requested */
    groups: z.array(waitGroupShape),
    test: z.strictObject({ chi_square: z.number(), df: count, p: share }).nullable(),
    /** applications whose answer or ending has no date, or that are dated in the future */
    left_out: count,
  })
  .meta({ id: "Waits" });

export type Waits = z.infer<typeof waitsShape>;
export type WaitGroup = Waits["all"];

type WaitRow = { part: string; days: number | null; answered: number; count: number };

/**
 * Time to the first answer of applications since a day (Kaplan–Meier). Open applications are censored now, and so is
 * a withdrawal; with `answer` "response" a rejection that is the only answer is censored too.
 */
export const waits = cachedReport(
  async (
    actor: Actor,
    since: string,
    { by, answer }: Pick<WaitsQuery, "by" | "answer">,
    now: number = Date.now(),
  ): Promise<Waits> => {
    const part = by ? groupingColumn[by] : sql`''`;
    const rows = await waitRows(actor, since, part, answer, now);
    const dated = rows.filter(({ days }) => days !== null);
    const labelOf = await groupLabels(actor, by);
    const parts = by ? Map.groupBy(dated, ({ part }) => part) : new Map<string, WaitRow[]>();
    const groups = [...parts]
      .map(([part, members]) => ({ label: labelOf(part), exits: toExits(members) }))
      .sort((a, b) => countExits(b.exits) - countExits(a.exits) || (a.label < b.label ? -1 : 1))
      .filter(({ exits }) => countExits(exits) >= minSampleSize)
      .slice(0, 6);
    const test = groups.length > 1 ? logRank(groups.map(({ exits }) => exits)) : null;
    return {
      since,
      applications: total(rows),
      answered: total(rows.filter(({ answered }) => answered === 1)),
      all: waitGroup("All", toExits(dated)),
      groups: groups.map(({ label, exits }) => waitGroup(label, exits)),
      test: test && { chi_square: test.chi_square, df: test.df, p: test.p },
      left_out: total(rows.filter(({ days }) => days === null)),
    };
  },
);

const total = (rows: WaitRow[]) => rows.reduce((sum, { count }) => sum + count, 0);

/** Counts of applications since a day by group, days waited, and whether they were answered. */
export async function waitRows(
  actor: Actor,
  since: string,
  part: SQL,
  answer: WaitsQuery["answer"],
  now: number,
): Promise<WaitRow[]> {
  const answered = answer === "any" ? sql`(reached > 1)` : sql`(reached > 1 and not only_rejected)`;
  const seconds = Math.floor(now / 1000);
  // Days and outcome are packed into one number, because SQLite groups faster by one column.
  const counted = await reportRows<{ part: string; outcome: number; count: number }>(sql`
    select coalesce(2 * (case when ${answered} then answer_days when ending <> '' then ending_days
        when ${untilNow(sql`applied_at`, actor.time_zone, seconds * 1000 + 999)}
        then cast(max(0, ${seconds} - unixepoch(substr(applied_at, 1, 19))) / 86400 as integer) end), -2) + ${answered} as outcome,
      ${part} as part, count(*) as count
    from posting_fact where ${appliedSince(actor, since)} group by 1, 2`);
  return counted.map(
    ({ part, outcome, count }): WaitRow => ({
      part,
      days: outcome < 0 ? null : Math.floor(outcome / 2),
      answered: outcome & 1,
      count,
    }),
  );
}

/** Rows with a known number of days as input of the survival statistics. */
export const toExits = (rows: WaitRow[]): Exits[] =>
  rows.map(({ days, answered, count }) => ({
    time: days ?? 0,
    events: answered ? count : 0,
    censored: answered ? 0 : count,
  }));

/** A group's Kaplan–Meier curve and median days to the answer. */
export function waitGroup(label: string, exits: Exits[]): WaitGroup {
  const curve = kaplanMeier(exits);
  const answered = curve.reduce((n, { events }) => n + events, 0);
  let answeredSoFar = 0;
  const median = curve.find(({ events }) => {
    answeredSoFar += events;
    return events > 0 && answeredSoFar * 2 >= answered;
  });
  return {
    label,
    applications: countExits(exits),
    answered,
    median_days: median?.time ?? null,
    curve,
  };
}
