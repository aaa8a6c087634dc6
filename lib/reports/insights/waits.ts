import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { toStored } from "../../dates.ts";
import { type LogRank, logRank } from "../statistics/log-rank.ts";
import { type Exits, kaplanMeier, type Step } from "../statistics/survival.ts";
import { cachedReport } from "./cached-report.ts";
import { appliedSince, partColumn, siteLabels } from "./queries.ts";
import type { WaitsQuery } from "./schema.ts";
import { fewest } from "./values.ts";

export type WaitGroup = {
  label: string;
  applications: number;
  answered: number;
  /** half of the answers came within so many days; null without any */
  median_days: number | null;
  curve: Step[];
};

export type Waits = {
  since: string;
  all: WaitGroup;
  /** the six largest, if a parting was asked for */
  groups: WaitGroup[];
  test: Pick<LogRank, "chi_square" | "df" | "p"> | null;
  /** applications whose answer or ending has no day, or that lie ahead */
  left_out: number;
};

type Row = { part: string; days: number | null; answered: number; count: number };

/**
 * How long applications since a day waited for their first answer. Open ones count as still waiting now; a
 * rejection or withdrawal before any answer ends the wait without one, unless `answer` is "any".
 */
export const waits = cachedReport(
  async (
    actor: Actor,
    since: string,
    { by, answer }: Pick<WaitsQuery, "by" | "answer">,
    now: number = Date.now(),
  ): Promise<Waits> => {
    const part = by ? partColumn[by] : sql`''`;
    const rows = await waitRows(actor, since, part, answer, now);
    const dated = rows.filter(({ days }) => days !== null);
    const labels = by === "site" ? await siteLabels(actor) : new Map<string, string>();
    const parts = by ? Map.groupBy(dated, ({ part }) => part) : new Map<string, Row[]>();
    const groups = [...parts]
      .map(([part, its]) => ({
        label: labels.get(part) ?? (part || "Not said"),
        exits: toExits(its),
      }))
      .sort((a, b) => total(b.exits) - total(a.exits) || (a.label < b.label ? -1 : 1))
      .filter(({ exits }) => total(exits) >= fewest)
      .slice(0, 6);
    const test = groups.length > 1 ? logRank(groups.map(({ exits }) => exits)) : null;
    return {
      since,
      all: groupOf("All", toExits(dated)),
      groups: groups.map(({ label, exits }) => groupOf(label, exits)),
      test: test && { chi_square: test.chi_square, df: test.df, p: test.p },
      left_out: rows.filter(({ days }) => days === null).reduce((sum, { count }) => sum + count, 0),
    };
  },
);

/** How many applications since a day waited how long, and whether for an answer, by a part of them. */
export async function waitRows(
  actor: Actor,
  since: string,
  part: SQL,
  answer: WaitsQuery["answer"],
  now: number,
): Promise<Row[]> {
  const rejection =
    answer === "any" ? sql`(reached > 1 or ending = 'rejected')` : sql`(reached > 1)`;
  const seconds = Math.floor(now / 1000);
  // Days and outcome in one number, which SQLite groups by faster than by two.
  const counted = await getDb().all<{ part: string; outcome: number | null; count: number }>(sql`
    select 2 * (case when reached > 1 then answer_days when ending <> '' then ending_days
        when applied_at < ${toStored((seconds + 1) * 1000)}
        then cast((${seconds} - unixepoch(substr(applied_at, 1, 19))) / 86400 as integer) end) + ${rejection} as outcome,
      ${part} as part, count(*) as count
    from posting_fact where ${appliedSince(actor, since)} group by 1, 2`);
  return counted.map(
    ({ part, outcome, count }): Row => ({
      part,
      days: outcome === null ? null : Math.floor(outcome / 2),
      answered: outcome === null ? 0 : outcome % 2,
      count,
    }),
  );
}

/** Rows with a known day, as the statistics take them. */
export const toExits = (rows: Row[]): Exits[] =>
  rows.map(({ days, answered, count }) => ({
    time: days ?? 0,
    events: answered ? count : 0,
    censored: answered ? 0 : count,
  }));

const total = (exits: Exits[]) => exits.reduce((n, e) => n + e.events + e.censored, 0);

/** One group's curve and median. */
export function groupOf(label: string, exits: Exits[]): WaitGroup {
  const curve = kaplanMeier(exits);
  const answered = curve.reduce((n, { events }) => n + events, 0);
  let seen = 0;
  const median = curve.find(({ events }) => {
    seen += events;
    return events > 0 && seen * 2 >= answered;
  });
  return {
    label,
    applications: total(exits),
    answered,
    median_days: median?.time ?? null,
    curve,
  };
}
