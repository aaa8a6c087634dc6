import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { readerVersion } from "../pay/read.ts";
import { readAllPay } from "../pay/readings.ts";
import { cachedReport } from "./cached-report.ts";
import { appliedSince, partColumn, siteLabels } from "./queries.ts";
import { commonestWords } from "./title-words.ts";
import { fewest, type PayParting } from "./values.ts";

export type CurrencyPay = { currency: string; all: PayRow; rows: PayRow[] };
export type PayText = { pay_range: string; postings: number; job_posting_id: number };

export type PayReport = {
  since: string;
  by: PayParting;
  applications: number;
  /** whose pay was read, could not be read, and was not said */
  read: number;
  unread: number;
  unsaid: number;
  /** those that could not be read, the commonest first; the first fifty */
  texts: PayText[];
  /** the commonest first; amounts of two are never put together */
  currencies: CurrencyPay[];
};

type Row = Tally & { currency: string | null };
// In place of an amount; one column less to sort by is a fifth of the time.
const [unsaid, unknown, unread] = [-1, -2, -3];

const shownTexts = 50;
const shownRows = 20;

/**
 * The advertised pay of the applications since a day, per year and currency. Texts that were not read yet are
 * read first and kept. A posting counts with the middle of its range, or the one end that it names.
 */
export const pay = cachedReport(
  async (actor: Actor, since: string, by: PayParting): Promise<PayReport> => {
    const parts = await partsOf(actor, since, by);
    let rows = await tally(actor, since, parts);
    if (rows.some(({ amount }) => amount === unknown)) {
      await readAllPay(actor);
      rows = await tally(actor, since, parts);
    }
    const count = (fits: (amount: number) => boolean) =>
      rows.reduce((sum, row) => sum + (fits(row.amount) ? row.count : 0), 0);
    const notRead = count((amount) => amount === unread);
    const currencies = [...Map.groupBy(rows, ({ currency }) => currency ?? "")]
      .filter(([currency]) => currency !== "")
      .map(([currency, its]) => ({
        currency,
        all: payRow("All", its),
        rows: rowsOf(its, parts.groups),
      }))
      .sort((a, b) => b.all.postings - a.all.postings || (a.currency < b.currency ? -1 : 1));
    return {
      since,
      by,
      applications: rows.reduce((sum, row) => sum + row.count, 0),
      read: count((amount) => amount > 0),
      unread: notRead,
      unsaid: count((amount) => amount === unsaid),
      texts: notRead > 0 ? await unreadTexts(actor, since) : [],
      currencies,
    };
  },
);

function rowsOf(tallies: Tally[], groups: (part: string) => string[]): PayRow[] {
  const parts = new Map<string, Tally[]>();
  for (const tally of tallies) {
    for (const label of groups(tally.part)) {
      const its = parts.get(label);
      if (its) its.push(tally);
      else parts.set(label, [tally]);
    }
  }
  return [...parts]
    .map(([label, its]) => payRow(label, its))
    .sort((a, b) => b.postings - a.postings || (a.label < b.label ? -1 : 1))
    .slice(0, shownRows);
}

/** What parts the rows in SQL (with what it is joined to), and under which labels each part counts. */
async function partsOf(actor: Actor, since: string, by: PayParting) {
  if (by === "title") {
    const titles = await getDb().all<{ label: string; applications: number }>(sql`
      select posting_title as label, count(*) as applications from posting_fact
      where ${appliedSince(actor, since)} and pay_range <> ''
      group by 1 order by 2 desc, 1 limit 2000`);
    // Titles of the same words are one part, so that SQL has few of them.
    const words = Object.fromEntries(
      [...commonestWords(titles)].map(([title, its]) => [title, its.join(" ")]),
    );
    return {
      part: sql`coalesce(words.value, '')`,
      join: sql`left join words on words.key = f.posting_title`,
      words,
      groups: (part: string) => part.split(" ").filter(Boolean),
    };
  }
  const labels = by === "site" ? await siteLabels(actor) : new Map<string, string>();
  return {
    part: partColumn[by],
    join: sql``,
    words: {},
    groups: (part: string) => [labels.get(part) ?? (part || "Not said")],
  };
}

// Three digits say enough of a pay, and keep the groups few.
const middle = sql`(coalesce(r.low, r.high) + coalesce(r.high, r.low)) / 2`;
const rounded = sql`case when ${middle} < 100000 then (${middle} + 50) / 100 * 100
  when ${middle} < 1000000 then (${middle} + 500) / 1000 * 1000
  when ${middle} < 10000000 then (${middle} + 5000) / 10000 * 10000
  when ${middle} < 100000000 then (${middle} + 50000) / 100000 * 100000
  else (${middle} + 500000) / 1000000 * 1000000 end`;

type Parts = Awaited<ReturnType<typeof partsOf>>;

const tally = (actor: Actor, since: string, { part, join, words }: Parts) =>
  getDb().all<Row>(sql`
    with words as materialized (select key, value from json_each(${JSON.stringify(words)})),
    f as (select * from posting_fact where ${appliedSince(actor, since)})
    select case when f.pay_range = '' then ${unsaid} when r.version is null then ${unknown}
        when r.currency is null then ${unread} else ${rounded} end as amount,
      r.currency, ${part} as part, count(*) as count
    from f left join pay_reading r on r.user_id = f.user_id and r.pay_range = f.pay_range
      and r.version = ${readerVersion} ${join}
    group by 1, 2, 3`);

async function unreadTexts(actor: Actor, since: string): Promise<PayText[]> {
  return getDb().all<PayText>(sql`
    select pay_range, count(*) as postings, max(job_posting_id) as job_posting_id
    from posting_fact where ${appliedSince(actor, since)} and pay_range in (
      select pay_range from pay_reading where user_id = ${actor.user_id}
        and version = ${readerVersion} and currency is null)
    group by 1 order by 2 desc, 1 limit ${shownTexts}`);
}

/** Postings of one part whose pay has the same middle. */
export type Tally = { part: string; amount: number; count: number };

export type PayRow = {
  label: string;
  postings: number;
  /** fewer than five: the quartiles say little */
  too_few: boolean;
  /** per year: a quarter pays no more than `low`, half no more than `median`, three quarters than `high` */
  low: number;
  median: number;
  high: number;
};

/** The quartiles of tallies, each an amount that some posting has (the nearest rank). */
function payRow(label: string, tallies: Tally[]): PayRow {
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
    too_few: postings < fewest,
    low: at(0.25),
    median: at(0.5),
    high: at(0.75),
  };
}
