import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { compareShares, holm, wilson } from "../statistics/proportions.ts";
import { appliedDateSql, appliedSince, groupingColumn, groupLabels } from "./queries.ts";
import { count, dayText, groupingNames, type RatesQuery, share } from "./schema.ts";
import { type RateTally, sumTallies, titleWords } from "./title-words.ts";
import { minSampleSize } from "./values.ts";

const rateShape = z.strictObject({
  successes: count,
  share: share.nullable(),
  low: share,
  high: share,
  /** p-value against all other applications after Holm's correction; null if there are too few */
  p: share.nullable(),
});

const rateRow = z.strictObject({
  label: z.string(),
  applications: count,
  /** fewer than `minSampleSize` applications */
  too_few: z.boolean(),
  answered: rateShape,
  interview: rateShape,
  offer: rateShape,
});

/** The API's response of the rates. */
export const ratesShape = z
  .strictObject({
    since: dayText,
    by: z.enum(groupingNames),
    all: rateRow,
    rows: z.array(rateRow),
  })
  .meta({ id: "Rates" });

export type RateRow = z.infer<typeof rateRow>;
export type Rate = RateRow["answered"];

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** Answer, interview and offer rates of applications since a day, by group, each against all others. */
export const rates = cachedReport(
  async (actor: Actor, since: string, { by }: Pick<RatesQuery, "by">) => {
    const tallies = await tallyGroups(actor, since, by);
    // Groups by weekday hold every application; of the others there may be more than are shown.
    const total = by === "weekday" ? tallies : await totalTally(actor, since);
    const all = sumTallies("All", total);
    return { since, by, all: rateRows([all], all)[0] as RateRow, rows: rateRows(tallies, all) };
  },
);

const totalTally = (actor: Actor, since: string) =>
  reportRows<RateTally>(sql`
    select 'All' as label, ${outcomeCountsSql} from posting_fact where ${appliedSince(actor, since)}`);

async function tallyGroups(
  actor: Actor,
  since: string,
  by: RatesQuery["by"],
): Promise<RateTally[]> {
  if (by === "title") return titleWords(await tallyBy(actor, since, groupingColumn.title, 2000));
  if (by === "weekday") {
    const date = await appliedDateSql(actor, sql`posting_fact where ${appliedSince(actor, since)}`);
    if (!date) return [];
    const days = await tallyBy(actor, since, sql`strftime('%w', ${date})`);
    return days
      .toSorted((a, b) => ((Number(a.label) + 6) % 7) - ((Number(b.label) + 6) % 7))
      .map((day) => ({ ...day, label: weekdays[Number(day.label)] ?? day.label }));
  }
  const rows = await tallyBy(actor, since, groupingColumn[by]);
  const labelOf = await groupLabels(actor, by);
  return rows.map((row) => ({ ...row, label: labelOf(row.label) }));
}

const outcomeCountsSql = sql`count(*) as applications, count(*) filter (where reached > 1) as answered,
  count(*) filter (where reached > 2) as interview, count(*) filter (where reached > 3) as offer`;

const tallyBy = (actor: Actor, since: string, part: ReturnType<typeof sql>, limit = 200) =>
  reportRows<RateTally>(sql`
    select ${part} as label, ${outcomeCountsSql} from posting_fact where ${appliedSince(actor, since)}
    group by 1 order by applications desc, label limit ${limit}`);

/** The rates of each group: Wilson score intervals, and p-values against all others with Holm's correction. */
export function rateRows(tallies: RateTally[], all: RateTally): RateRow[] {
  const ratesOf = (name: "answered" | "interview" | "offer"): Rate[] => {
    const ps = tallies.map((row) =>
      row.applications < minSampleSize || all.applications - row.applications < minSampleSize
        ? null
        : (compareShares(
            { successes: row[name], trials: row.applications },
            {
              successes: all[name] - row[name],
              trials: all.applications - row.applications,
            },
          )?.p ?? null),
    );
    const corrected = holm(ps.filter((p) => p !== null));
    return tallies.map((row, at) => ({
      successes: row[name],
      share: row.applications > 0 ? row[name] / row.applications : null,
      ...wilson(row[name], row.applications),
      p: ps[at] === null ? null : (corrected.shift() ?? null),
    }));
  };
  const [answered, interview, offer] = [
    ratesOf("answered"),
    ratesOf("interview"),
    ratesOf("offer"),
  ];
  return tallies.map((row, at) => ({
    label: row.label,
    applications: row.applications,
    too_few: row.applications < minSampleSize,
    answered: answered[at] as Rate,
    interview: interview[at] as Rate,
    offer: offer[at] as Rate,
  }));
}
