import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { payReading } from "../../../db/schema/derived.ts";
import { jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { dayStart } from "../../dates.ts";
import { createPosting } from "../../postings/commands.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { readPay } from "../pay/read.ts";
import { pay } from "./pay.ts";
import { histories, standingOf, writeHistory } from "./testing.ts";
import { payGroupings } from "./values.ts";

freshDatabase();

const texts = fc.constantFrom(
  ..."|$60k - $80k|$72,450|45 €/h|bis zu 91.234 €|£500 per day|from 1,234,567 SEK|ask me|60k|10% bonus".split(
    "|",
  ),
);

const toThreeDigits = (amount: number) => {
  const unit = 10 ** Math.max(2, String(amount).length - 3);
  return Math.floor((amount + unit / 2) / unit) * unit;
};

/** The middle of each posting's pay since a day, one row after the other. */
async function plainPays(actor: Actor, from: string, sites: Map<number, string>) {
  const rows = await getDb().select().from(jobPosting).where(sql`user_id = ${actor.user_id}`);
  const start = dayStart(from, actor.time_zone);
  return rows
    .filter((row) => !row.deleted_at && standingOf(row.posting_status) !== "5 - Saved")
    .filter(({ applied_at }) => applied_at !== null && applied_at >= start)
    .map((row) => {
      const read = readPay(row.pay_range);
      const [low, high] = [read?.low ?? read?.high ?? 0, read?.high ?? read?.low ?? 0];
      return {
        said: row.pay_range !== "",
        currency: read?.currency,
        amount: read ? toThreeDigits(Math.floor((low + high) / 2)) : 0,
        parts: {
          site: [sites.get(row.job_site_id) ?? ""],
          place: [row.location_type || "Not said"],
          title: [...new Set(row.posting_title.toLowerCase().match(/[a-z]+/g))] as string[],
        },
      };
    });
}

function plainRow(label: string, amounts: number[]) {
  const sorted = amounts.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1];
  return {
    label,
    postings: sorted.length,
    too_few: sorted.length < 5,
    low: at(0.25),
    median: at(0.5),
    high: at(0.75),
  };
}

test("matches a slow count of the raw rows for 200 random histories", async () => {
  const since = fc.constantFrom("2024-01-01", "2024-03-11", "2024-12-31", "2030-01-01");
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(texts, { minLength: 12, maxLength: 12 }),
      since,
      async (drafts, pays, from) => {
        const actor = await newActor();
        const sites = new Map<number, string>();
        for (const site_name of ["Board", "Careers page", "Agency"]) {
          sites.set((await createSite(actor, { site_name })).id, site_name);
        }
        const told = drafts.map((draft, at) => ({
          ...draft,
          posting: { ...draft.posting, pay_range: pays[at] ?? "" },
        }));
        await writeHistory(actor, told, [...sites.keys()]);
        const all = await plainPays(actor, from, sites);
        const read = all.filter(({ currency }) => currency);
        for (const by of payGroupings) {
          const seen = await pay(actor, from, by);
          expect(seen).toMatchObject({
            applications: all.length,
            read: read.length,
            unread: all.filter(({ said, currency }) => said && !currency).length,
            unsaid: all.filter(({ said }) => !said).length,
          });
          expect(seen.texts.reduce((sum, { postings }) => sum + postings, 0)).toBe(seen.unread);
          const currencies = Map.groupBy(read, ({ currency }) => currency ?? "");
          expect(new Set(seen.currencies.map(({ currency }) => currency))).toEqual(
            new Set(currencies.keys()),
          );
          for (const { currency, all: sum, rows } of seen.currencies) {
            const its = currencies.get(currency) ?? [];
            expect(sum).toEqual(
              plainRow(
                "All",
                its.map(({ amount }) => amount),
              ),
            );
            const labels = new Set(its.flatMap(({ parts }) => parts[by]));
            const expected = [...labels].map((label) =>
              plainRow(
                label,
                its.filter(({ parts }) => parts[by].includes(label)).map(({ amount }) => amount),
              ),
            );
            expect(new Set(rows)).toEqual(new Set(expected));
          }
        }
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test("parses each text once, and again when it changes or the parser is newer", async () => {
  const actor = await newActor();
  const { id } = await createSite(actor, { site_name: "B" });
  const applied_at = "2024-05-01T12:00:00.000000Z";
  const make = (pay_range: string) =>
    createPosting(actor, { job_site_id: id, applied_at, pay_range });
  await make("$80k");
  await make("$80k");
  expect(await pay(actor, "2024-01-01", "place")).toMatchObject({ read: 2, unread: 0 });
  const mine = sql`user_id = ${actor.user_id}`;
  const kept = () => getDb().select().from(payReading).where(mine);
  expect(await kept()).toMatchObject([{ pay_range: "$80k", currency: "USD", low: 80_000 }]);
  await getDb().run(sql`update pay_reading set version = 0, low = 1, high = 1 where ${mine}`);
  await make("by arrangement");
  const seen = await pay(actor, "2024-01-01", "place");
  expect(seen).toMatchObject({ read: 2, unread: 1, texts: [{ pay_range: "by arrangement" }] });
  expect(seen.currencies[0]?.all).toMatchObject({ postings: 2, too_few: true, median: 80_000 });
  expect((await kept()).length).toBe(2);
});

test("is empty without NaN where there are no applications or the day is in the future", async () => {
  const actor = await newActor();
  for (const from of ["0001-01-01", "2999-01-01", "9999-12-31"]) {
    expect(await pay(actor, from, "title")).toEqual({
      since: from,
      by: "title",
      applications: 0,
      read: 0,
      unread: 0,
      unsaid: 0,
      texts: [],
      currencies: [],
    });
  }
});
