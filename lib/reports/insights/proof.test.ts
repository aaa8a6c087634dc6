import { sql } from "drizzle-orm";
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { emailOpportunity, event, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { toStored } from "../../dates.ts";
import { createSite } from "../../sites/commands.ts";
import { opportunityStatuses } from "../../statuses/documented-opportunity.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { setRequiredContacts } from "../goals/commands.ts";
import { type ProofLine, proof, proofLines } from "./proof.ts";
import { proofPeriod, weekOf, weeksOfPeriod } from "./proof-weeks.ts";
import { histories, standingOf, writeHistory } from "./testing.ts";
import { maxProofLines, methodOfChannel, type WeekStart } from "./values.ts";

freshDatabase();

const now = Date.UTC(2025, 2, 1, 12);
const moment = fc
  .integer({ min: 0, max: 24 * 400 })
  .map((hours) => toStored(Date.UTC(2024, 1, 20) + hours * 3_600_000));
const day = moment.map((text) => text.slice(0, 10));
const status = fc.constantFrom(...opportunityStatuses, "", "7 - Odd");

const offers = fc.array(
  fc.record({
    row: fc.record({
      opportunity_status: status,
      email_received_at: moment,
      job_title: fc.constantFrom("Gardener", ""),
      recruiter_company: fc.constantFrom("Ash & Co", ""),
      recruiter_name: fc.constantFrom("Kim Ash", ""),
      deleted_at: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, moment),
    }),
    moves: fc.array(fc.tuple(status, moment), { maxLength: 3 }),
    turned: fc.boolean(),
  }),
  { maxLength: 6 },
);

type Offers = typeof offers extends fc.Arbitrary<infer T> ? T : never;

async function writeOffers(actor: Actor, drafts: Offers): Promise<void> {
  const postings = await getDb().select().from(jobPosting).where(mine(actor));
  for (const [at, { row, moves, turned }] of drafts.entries()) {
    const job_posting_id = turned ? (postings[at]?.id ?? null) : null;
    const [made] = await getDb()
      .insert(emailOpportunity)
      .values({ ...row, job_posting_id, user_id: actor.user_id })
      .returning({ id: emailOpportunity.id });
    const owned = { user_id: actor.user_id, email_opportunity_id: made?.id, via: "api" as const };
    for (const [to_value, occurred_at] of moves) {
      await getDb()
        .insert(event)
        .values({ ...owned, kind: "status", to_value, occurred_at });
    }
  }
}

const mine = (actor: Actor) => sql`user_id = ${actor.user_id}`;
const unanswered = (text: string | null) => text === "" || text === "6 - Opportunity Ignored";

/** Each contact with its local day, told one by one from the raw rows. */
async function plainContacts(actor: Actor, replies: boolean) {
  const local = (at: string) =>
    DateTime.fromISO(`${at.slice(0, 23)}Z`, { zone: actor.time_zone }).toISODate() ?? "";
  const postings = await getDb().select().from(jobPosting).where(mine(actor));
  const opportunities = await getDb().select().from(emailOpportunity).where(mine(actor));
  const log = await getDb().select().from(event).where(mine(actor));
  const counts = (row: (typeof postings)[number]) =>
    !row.deleted_at && standingOf(row.posting_status) !== "5 - Saved";
  const found: { at: string; line: ProofLine }[] = [];
  for (const row of postings) {
    if (!counts(row) || !row.applied_at) continue;
    const line = {
      kind: "application" as const,
      id: row.id,
      date: local(row.applied_at),
      employer: row.company_name,
      address: row.employer_address,
      person: row.contact_person,
      method: row.contact_method || methodOfChannel(row.posting_url_domain),
      position: row.posting_title,
      result: row.posting_status,
    };
    found.push({ at: row.applied_at, line });
  }
  for (const row of replies ? opportunities : []) {
    const itsPosting = postings.find(({ id }) => id === row.job_posting_id);
    if (row.deleted_at || unanswered(row.opportunity_status)) continue;
    if (itsPosting && counts(itsPosting)) continue;
    const said = log
      .filter((one) => one.email_opportunity_id === row.id && !unanswered(one.to_value))
      .map((one) => one.occurred_at)
      .sort();
    const at = said[0] ?? row.email_received_at;
    const line = {
      kind: "reply" as const,
      id: row.id,
      date: local(at),
      employer: row.recruiter_company,
      address: "",
      person: row.recruiter_name,
      method: "E-mail",
      position: row.job_title,
      result: row.opportunity_status,
    };
    found.push({ at, line });
  }
  const made = found.filter(({ at }) => at <= toStored(now));
  made.sort((a, b) =>
    [a.at, a.line.kind].join() === [b.at, b.line.kind].join()
      ? a.line.id - b.line.id
      : [a.at, a.line.kind].join() < [b.at, b.line.kind].join()
        ? -1
        : 1,
  );
  return made.map(({ line }) => line);
}

test("matches a slow count of the raw rows for 200 random histories", async () => {
  const asked = fc.record({
    from: day,
    to: day,
    starts: fc.constantFrom("monday" as WeekStart, "sunday" as WeekStart),
    replies: fc.boolean(),
    required: fc.constantFrom(null, 1, 2),
    zone: fc.constantFrom("America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu"),
  });
  await fc.assert(
    fc.asyncProperty(histories, offers, asked, async (drafts, mails, question) => {
      const { starts, replies, required, zone } = question;
      const [from, to] = [question.from, question.to].sort();
      const actor = await newActor("browser", zone);
      await writeHistory(actor, drafts, [(await createSite(actor, { site_name: "Board" })).id]);
      await writeOffers(actor, mails);
      await setRequiredContacts(actor, required);
      const seen = await proof(actor, { from, to, starts, replies }, now);

      const first = starts === "monday" ? 1 : 7;
      const next = (date: string) => DateTime.fromISO(date).plus({ days: 1 }).toISODate() ?? "";
      const isFirst = (date: string) => DateTime.fromISO(date).weekday === first;
      expect(seen.to).toBe(to);
      expect(seen.cut || seen.from === from).toBe(true);
      // The weeks are the period without gaps, parted at each first day of a week.
      expect(seen.weeks[0]?.starts_on).toBe(seen.from);
      expect(seen.weeks.at(-1)?.ends_on).toBe(seen.to);
      seen.weeks.slice(1).forEach(({ starts_on }, at) => {
        expect(isFirst(starts_on)).toBe(true);
        expect(next(seen.weeks[at]?.ends_on ?? "")).toBe(starts_on);
      });
      expect(seen.weeks.length).toBeLessThanOrEqual(53);
      const contacts = (await plainContacts(actor, replies)).filter(
        ({ date }) => date >= seen.from && date <= seen.to,
      );
      expect(seen.lines).toEqual(contacts);
      expect([seen.contacts, seen.left_out]).toEqual([contacts.length, 0]);
      for (const week of seen.weeks) {
        const its = contacts.filter((c) => c.date >= week.starts_on && c.date <= week.ends_on);
        const whole = isFirst(week.starts_on) && isFirst(next(week.ends_on));
        const over = week.ends_on < "2025-03-01";
        const unmet = whole ? (over ? "short" : "open") : null;
        const standing = required === null ? null : its.length >= required ? "met" : unmet;
        expect(week).toMatchObject({ contacts: its.length, standing });
      }
      const streamed = [];
      for await (const lines of proofLines(actor, { from, to, starts, replies }, now)) {
        streamed.push(...lines);
      }
      expect(streamed).toEqual(contacts);
    }),
    { numRuns: 200 },
  );
}, 120_000);

describe("the period", () => {
  const today = "2025-03-01"; // a Saturday

  test("is the one that was asked for, by default the last four whole weeks", () => {
    const october = { from: "2026-10-01", to: "2026-10-31" };
    expect(proofPeriod(october, "monday", "2026-11-24")).toEqual({ ...october, cut: false });
    expect(weeksOfPeriod({ ...october, cut: false }, "monday")).toEqual([
      { starts_on: "2026-10-01", ends_on: "2026-10-04" },
      { starts_on: "2026-10-05", ends_on: "2026-10-11" },
      { starts_on: "2026-10-12", ends_on: "2026-10-18" },
      { starts_on: "2026-10-19", ends_on: "2026-10-25" },
      { starts_on: "2026-10-26", ends_on: "2026-10-31" },
    ]);
    expect(proofPeriod({}, "monday", today)).toEqual({
      from: "2025-02-03",
      to: "2025-03-02",
      cut: false,
    });
    expect(proofPeriod({}, "sunday", today)).toMatchObject({ from: "2025-02-02", to: today });
    expect(proofPeriod({ to: "2025-02-26" }, "monday", today)).toMatchObject({
      from: "2025-02-03",
      to: "2025-02-26",
    });
    expect(proofPeriod({ from: "2025-02-26" }, "monday", today)).toMatchObject({
      from: "2025-02-26",
      to: "2025-03-02",
    });
    expect(weekOf("2025-03-02", "sunday")).toBe("2025-03-02");
    expect(weekOf("2025-03-02", "monday")).toBe("2025-02-24");
  });

  test("swaps reversed ends, and keeps at most the last 53 weeks", () => {
    const reversed = proofPeriod({ from: "2025-03-01", to: "2025-02-01" }, "monday", today);
    expect(reversed).toEqual({ from: "2025-02-01", to: "2025-03-01", cut: false });
    const long = proofPeriod({ from: "1900-01-01", to: "2025-03-01" }, "monday", today);
    expect(long).toEqual({ from: "2024-02-26", to: "2025-03-01", cut: true });
    expect(weeksOfPeriod(long, "monday")).toHaveLength(53);
  });
});

test("is empty without applications, and excludes other people's", async () => {
  const [actor, other] = [await newActor(), await newActor()];
  const site = await createSite(other, { site_name: "Board" });
  await writeHistory(other, [{ posting: { applied_at: toStored(now) }, events: [] }], [site.id]);
  const seen = await proof(actor, { starts: "monday", replies: true }, now);
  expect(seen).toMatchObject({ contacts: 0, lines: [], left_out: 0, required: null });
  expect(seen.weeks).toHaveLength(4);
  expect((await proof(other, { starts: "monday", replies: true }, now)).contacts).toBe(1);
});

test("counts many thousands of rows, and limits the lines of a page", async () => {
  const actor = await newActor("browser", "Europe/Berlin");
  const site = await createSite(actor, { site_name: "Board" });
  await getDb().run(sql`insert into job_posting (user_id, job_site_id, company_name, applied_at)
    with recursive series(n) as (select 1 union all select n + 1 from series where n < 5000)
    select ${actor.user_id}, ${site.id}, 'Company ' || n,
      strftime('%Y-%m-%dT%H:%M:%S.000000Z', 1735689600 + n * 900, 'unixepoch') from series`);
  const asked = { from: "2024-01-01", to: "2025-03-01", starts: "monday" as const, replies: true };
  const seen = await proof(actor, asked, now);
  expect(seen).toMatchObject({ contacts: 5000, cut: true, left_out: 5000 - maxProofLines });
  expect(seen.lines).toHaveLength(maxProofLines);
  const ids = new Set<number>();
  for await (const lines of proofLines(actor, asked, now)) for (const { id } of lines) ids.add(id);
  expect(ids.size).toBe(5000);
});
