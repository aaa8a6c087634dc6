import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { type Interval, wilson } from "../statistics/interval.ts";
import { compareShares, holm } from "../statistics/proportions.ts";
import { cachedReport } from "./cached-report.ts";
import { localDate } from "./local.ts";
import { appliedSince, partColumn, siteLabels } from "./queries.ts";
import type { RatesQuery } from "./schema.ts";
import { titleWords } from "./title-words.ts";
import { fewest } from "./values.ts";

export type Rate = Interval & {
  successes: number;
  share: number | null;
  /** the chance that its distance from all the others is noise, corrected for the many looks; null: too few */
  p: number | null;
};

export type RateRow = {
  label: string;
  applications: number;
  /** fewer than five: too few to tell */
  too_few: boolean;
  answered: Rate;
  interview: Rate;
  offer: Rate;
};

export type Tally = {
  label: string;
  applications: number;
  answered: number;
  interview: number;
  offer: number;
};

const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** Answer, interview and offer rates of the applications since a day, parted, each against all the others. */
export const rates = cachedReport(
  async (actor: Actor, since: string, { by }: Pick<RatesQuery, "by">) => {
    const tallies = await partTallies(actor, since, by);
    const none = { label: "All", applications: 0, answered: 0, interview: 0, offer: 0 };
    const all =
      by === "weekday" ? tallies.reduce(added, none) : ((await sums(actor, since)) ?? none);
    return { since, by, all: judge([all], all)[0] as RateRow, rows: judge(tallies, all) };
  },
);

async function sums(actor: Actor, since: string): Promise<Tally | undefined> {
  const [row] = await getDb().all<Tally>(sql`
    select 'All' as label, ${sum} from posting_fact where ${appliedSince(actor, since)}`);
  return row;
}

const added = (a: Tally, b: Tally): Tally => ({
  label: a.label,
  applications: a.applications + b.applications,
  answered: a.answered + b.answered,
  interview: a.interview + b.interview,
  offer: a.offer + b.offer,
});

async function partTallies(actor: Actor, since: string, by: RatesQuery["by"]): Promise<Tally[]> {
  if (by === "title") return titleWords(await tally(actor, since, partColumn.title, 2000));
  if (by === "weekday") {
    const [span] = await getDb().all<{ first: string | null; last: string }>(sql`
      select min(applied_at) as first, max(applied_at) as last from posting_fact
      where ${appliedSince(actor, since)}`);
    if (!span?.first) return [];
    const date = localDate(sql`applied_at`, actor.time_zone, span.first, span.last);
    const days = await tally(actor, since, sql`strftime('%w', ${date})`);
    return days
      .toSorted((a, b) => ((Number(a.label) + 6) % 7) - ((Number(b.label) + 6) % 7))
      .map((day) => ({ ...day, label: weekdays[Number(day.label)] ?? day.label }));
  }
  const rows = await tally(actor, since, partColumn[by]);
  const labels = by === "site" ? await siteLabels(actor) : new Map<string, string>();
  return rows.map((row) => ({ ...row, label: labels.get(row.label) ?? (row.label || "Not said") }));
}

const sum = sql`count(*) as applications, count(*) filter (where reached > 1) as answered,
  count(*) filter (where reached > 2) as interview, count(*) filter (where reached > 3) as offer`;

const tally = (actor: Actor, since: string, part: ReturnType<typeof sql>, limit = 200) =>
  getDb().all<Tally>(sql`
    select ${part} as label, ${sum} from posting_fact where ${appliedSince(actor, since)}
    group by 1 order by applications desc, label limit ${limit}`);

/** Each tally's rates with Wilson's intervals, and how surely they differ from all the others, after Holm. */
export function judge(tallies: Tally[], all: Tally): RateRow[] {
  const judged = (name: "answered" | "interview" | "offer"): Rate[] => {
    const ps = tallies.map((row) =>
      row.applications < fewest || all.applications - row.applications < fewest
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
  const [answered, interview, offer] = [judged("answered"), judged("interview"), judged("offer")];
  return tallies.map((row, at) => ({
    label: row.label,
    applications: row.applications,
    too_few: row.applications < fewest,
    answered: answered[at] as Rate,
    interview: interview[at] as Rate,
    offer: offer[at] as Rate,
  }));
}
