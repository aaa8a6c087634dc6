import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { cachedReport } from "../cached-report.ts";
import { readerVersion } from "../pay/read.ts";
import { readAllPay } from "../pay/readings.ts";
import { reportRows } from "../report-rows.ts";
import { appliedSince, groupingColumn, groupLabels } from "./queries.ts";
import { count, dayText } from "./schema.ts";
import { commonestWords } from "./title-words.ts";
import { minSampleSize, type PayGroupingName, payGroupings } from "./values.ts";

const payRowShape = z.strictObject({
  label: z.string(),
  postings: count,
  /** fewer than five postings: the quartiles say little */
  too_few: z.boolean(),
  /** quartiles, per year in whole units */
  low: count,
  median: count,
  high: count,
});

const payText = z.strictObject({ pay_range: z.string(), postings: count, job_posting_id: z.int() });

const currencyPay = z.strictObject({
  currency: z.string().length(3),
  all: payRowShape,
  rows: z.array(payRowShape),
});

/** The API's response of advertised pay. */
export const payShape = z
  .strictObject({
    since: dayText,
    by: z.enum(payGroupings),
    applications: count,
    /** applications whose pay was parsed, could not be parsed, and was not given */
    read: count,
    unread: count,
    unsaid: count,
    /** unparsed texts, the most frequent 50 */
    texts: z.array(payText),
    /** the most frequent first; currencies are never mixed */
    currencies: z.array(currencyPay),
  })
  .meta({ id: "Pay" });

export type PayReport = z.infer<typeof payShape>;
export type CurrencyPay = z.infer<typeof currencyPay>;
export type PayRow = z.infer<typeof payRowShape>;

/** The number of postings in a group with the same currency and rounded midpoint of pay. */
type PayTally = { currency: string | null; part: string; amount: number; count: number };

// Sentinels in the amount column; a separate column to group by would cost a fifth more time.
const [unsaid, unknown, unread] = [-1, -2, -3];

const maxTexts = 50;
const maxRows = 20;

/**
 * Advertised pay of applications since a day, per year and currency. New texts are parsed first and stored.
 * A posting counts with the midpoint of its range, or its only bound.
 */
export const pay = cachedReport(
  async (actor: Actor, since: string, by: PayGroupingName): Promise<PayReport> => {
    const parts = await payGrouping(actor, since, by);
    let rows = await tally(actor, since, parts);
    if (rows.some(({ amount }) => amount === unknown)) {
      await readAllPay(actor);
      rows = await tally(actor, since, parts);
    }
    const countWhere = (fits: (amount: number) => boolean) =>
      rows.reduce((sum, row) => sum + (fits(row.amount) ? row.count : 0), 0);
    const notRead = countWhere((amount) => amount === unread);
    const currencies = [...Map.groupBy(rows, ({ currency }) => currency ?? "")]
      .filter(([currency]) => currency !== "")
      .map(([currency, members]) => ({
        currency,
        all: payRow("All", members),
        rows: payRows(members, parts.groups),
      }))
      .sort((a, b) => b.all.postings - a.all.postings || (a.currency < b.currency ? -1 : 1));
    return {
      since,
      by,
      applications: rows.reduce((sum, row) => sum + row.count, 0),
      read: countWhere((amount) => amount > 0),
      unread: notRead,
      unsaid: countWhere((amount) => amount === unsaid),
      texts: notRead > 0 ? await unreadTexts(actor, since) : [],
      currencies,
    };
  },
);

function payRows(tallies: PayTally[], groups: (part: string) => string[]): PayRow[] {
  const labelled = tallies.flatMap((tally) =>
    groups(tally.part).map((label) => ({ label, tally })),
  );
  return [...Map.groupBy(labelled, ({ label }) => label)]
    .map(([label, members]) =>
      payRow(
        label,
        members.map(({ tally }) => tally),
      ),
    )
    .sort((a, b) => b.postings - a.postings || (a.label < b.label ? -1 : 1))
    .slice(0, maxRows);
}

/** The SQL group key (with its join), and the labels under which each key counts. */
async function payGrouping(actor: Actor, since: string, by: PayGroupingName) {
  if (by === "title") {
    const titles = await reportRows<{ label: string; applications: number }>(sql`
      select posting_title as label, count(*) as applications from posting_fact
      where ${appliedSince(actor, since)} and pay_range <> ''
      group by 1 order by 2 desc, 1 limit 2000`);
    // Titles with the same words share a key, which keeps the number of SQL groups small.
    const words = Object.fromEntries(
      [...commonestWords(titles)].map(([title, members]) => [title, members.join(" ")]),
    );
    return {
      part: sql`coalesce(words.value, '')`,
      join: sql`left join words on words.key = f.posting_title`,
      words,
      groups: (part: string) => part.split(" ").filter(Boolean),
    };
  }
  const labelOf = await groupLabels(actor, by);
  return {
    part: groupingColumn[by],
    join: sql``,
    words: {},
    groups: (part: string) => [labelOf(part)],
  };
}

// Rounded to three significant digits, which keeps the number of groups small.
const midpointSql = sql`(coalesce(r.low, r.high) + coalesce(r.high, r.low)) / 2`;
const roundedSql = sql`case when ${midpointSql} < 100000 then (${midpointSql} + 50) / 100 * 100
  when ${midpointSql} < 1000000 then (${midpointSql} + 500) / 1000 * 1000
  when ${midpointSql} < 10000000 then (${midpointSql} + 5000) / 10000 * 10000
  when ${midpointSql} < 100000000 then (${midpointSql} + 50000) / 100000 * 100000
  else (${midpointSql} + 500000) / 1000000 * 1000000 end`;

type PayGrouping = Awaited<ReturnType<typeof payGrouping>>;

const tally = (actor: Actor, since: string, { part, join, words }: PayGrouping) =>
  reportRows<PayTally>(sql`
    with words as materialized (select key, value from json_each(${JSON.stringify(words)})),
    f as (select * from posting_fact where ${appliedSince(actor, since)})
    select case when f.pay_range = '' then ${unsaid} when r.version is null then ${unknown}
        when r.currency is null then ${unread} else ${roundedSql} end as amount,
      r.currency, ${part} as part, count(*) as count
    from f left join pay_reading r on r.user_id = f.user_id and r.pay_range = f.pay_range
      and r.version = ${readerVersion} ${join}
    group by 1, 2, 3`);

function unreadTexts(actor: Actor, since: string) {
  return reportRows<z.infer<typeof payText>>(sql`
    select pay_range, count(*) as postings, max(job_posting_id) as job_posting_id
    from posting_fact where ${appliedSince(actor, since)} and pay_range in (
      select pay_range from pay_reading where user_id = ${actor.user_id}
        and version = ${readerVersion} and currency is null)
    group by 1 order by 2 desc, 1 limit ${maxTexts}`);
}

/** The quartiles of weighted amounts, by the nearest-rank method. */
function payRow(label: string, tallies: PayTally[]): PayRow {
  const ordered = tallies.toSorted((a, b) => a.amount - b.amount);
  const postings = ordered.reduce((sum, { count }) => sum + count, 0);
  const at = (share: number) => {
    let left = Math.max(1, Math.ceil(postings * share));
    for (const { amount, count } of ordered) {
      left -= count;
      if (left <= 0) return amount;
    }
    return 0;
  };
  return {
    label,
    postings,
    too_few: postings < minSampleSize,
    low: at(0.25),
    median: at(0.5),
    high: at(0.75),
  };
}
