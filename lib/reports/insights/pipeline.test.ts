import { sql } from "drizzle-orm";
import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { event, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, today } from "../../dates.ts";
import { createPosting, deletePosting } from "../../postings/commands.ts";
import { getPosting } from "../../postings/queries.ts";
import { createSite } from "../../sites/commands.ts";
import { type StatusKind, statusWords } from "../../statuses/documented.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { pipelineOn, pipelineSeries } from "./pipeline.ts";
import { allPipelinePostings, searchPipelinePostings } from "./pipeline-postings.ts";
import { pipelineView } from "./schema.ts";
import { histories, plainFact, standingOf, writeHistory } from "./testing.ts";

freshDatabase();

type Posting = typeof jobPosting.$inferSelect;
type Event = typeof event.$inferSelect;

type Standing = { status: string; kind: StatusKind };

/** What one posting's row and log say of it at an instant: each thing said, and the last of them holds. */
function plainStanding(row: Posting, log: Event[], end: string): Standing | null {
  const moves = log.filter(({ kind, to_value }) => kind === "status" && to_value !== null);
  const births = log.filter(
    ({ kind, to_value }) => (kind === "created" || kind === "imported") && to_value !== null,
  );
  const said = moves.map((one) => ({
    at: one.occurred_at,
    order: one.id + 1,
    status: one.to_value,
  }));
  for (const birth of births) {
    const ended = ["3 - Rejected", "2.5 - Post Interview Declined"].includes(
      standingOf(birth.to_value) ?? "",
    );
    const early = ended && row.rejected_at !== null && row.rejected_at < birth.occurred_at;
    const day = [row.rejected_at ?? "", row.applied_at ?? ""].toSorted()[1] ?? "";
    const at = early ? day : birth.occurred_at;
    said.push({ at, order: birth.id + 1, status: birth.to_value });
  }
  if (births.length === 0) {
    const byTime = log
      .filter(({ kind }) => kind === "status")
      .toSorted((a, b) =>
        a.occurred_at < b.occurred_at ? -1 : a.occurred_at > b.occurred_at ? 1 : a.id - b.id,
      );
    const status = byTime[0]?.from_value ?? byTime[0]?.to_value ?? row.posting_status;
    said.push({ at: row.created_at, order: 1, status });
  }
  const entered = births.map((one) => one.occurred_at).toSorted()[0] ?? row.created_at;
  if (
    row.applied_at &&
    standingOf(row.posting_status) !== "5 - Saved" &&
    row.applied_at < entered
  ) {
    said.push({ at: row.applied_at, order: 0, status: "4 - No Response" });
  }
  said.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order));
  const then = said.findLast(({ at }) => at < end);
  if (!then || then.status === null) return null;
  const { status } = then;
  const fact = plainFact(row, log);
  const waits =
    ["4 - No Response", ""].includes(standingOf(status)) && status === row.posting_status;
  const answers = log.filter(({ kind, to_value }) =>
    kind === "stage"
      ? !["", "Application Submission"].includes(to_value ?? "")
      : kind === "interview" || kind === "rejected",
  );
  const first = answers.flatMap((one) => [one.occurred_at, one.recorded_at]).toSorted()[0];
  const isAnswered = waits && then === said.at(-1) && fact.reached > 1 && (first ?? "") < end;
  const kind = fact.ending === "rejected" ? "rejected" : "engaged";
  return { status, kind: isAnswered ? kind : statusWords(standingOf(status)).kind };
}

async function plainPipeline(actor: Actor, day: string) {
  const rows = await getDb().select().from(jobPosting).where(sql`user_id = ${actor.user_id}`);
  const log = await getDb().select().from(event).where(sql`user_id = ${actor.user_id}`);
  const midnight = DateTime.fromISO(day, { zone: actor.time_zone })
    .plus({ days: 1 })
    .startOf("day");
  const end = `${new Date(midnight.toMillis()).toISOString().slice(0, 23)}000Z`;
  return rows
    .filter(({ deleted_at }) => deleted_at === null)
    .flatMap((row) => {
      const standing = plainStanding(
        row,
        log.filter((one) => one.job_posting_id === row.id),
        end,
      );
      return standing ? [{ id: row.id, ...standing }] : [];
    });
}

const days = fc.constantFrom("2024-02-29", "2024-03-09", "2024-03-10", "2024-12-31", "2025-02-10");

test("matches a slow reading of the raw rows for 200 random histories", async () => {
  await fc.assert(
    fc.asyncProperty(histories, days, async (drafts, day) => {
      const actor = await newActor();
      const site = await createSite(actor, { site_name: "Board" });
      await writeHistory(actor, drafts, [site.id]);
      const plain = await plainPipeline(actor, day);
      const found = await pipelineOn(actor, day);
      expect(found.total).toBe(plain.length);
      for (const { posting_status, kind, count } of found.statuses) {
        const its = plain.filter((one) => one.status === posting_status && one.kind === kind);
        expect(count).toBe(its.length);
      }
      const listed = await searchPipelinePostings(actor, day, pipelineView.parse({ show: "all" }));
      const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
      expect(
        listed.rows.map(({ id, status_then }) => ({ id, status: status_then })).sort(byId),
      ).toEqual(plain.map(({ id, status }) => ({ id, status })).toSorted(byId));
      for (const [kind, count] of Object.entries(found.counts)) {
        expect(plain.filter((one) => one.kind === kind).length).toBe(count);
        const view = pipelineView.parse({ kind, sort: "company_name", q: "" });
        expect((await searchPipelinePostings(actor, day, view)).total).toBe(count);
      }
      const { points } = await pipelineSeries(actor, { maxPoints: 2000 });
      const point = points.find((one) => one.day === day);
      if (point) expect(point.counts).toEqual(found.counts);
      else expect(plain).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 120_000);

test("is empty before any posting, and shows today for a future day", async () => {
  const actor = await newActor();
  const now = today(actor.time_zone);
  expect(await pipelineOn(actor, "2999-01-01")).toMatchObject({
    day: now,
    first_day: null,
    total: 0,
  });
  expect(await pipelineSeries(actor)).toEqual({ step_days: 1, points: [] });
  const site = await createSite(actor, { site_name: "Board" });
  const { id } = await createPosting(actor, { job_site_id: site.id, company_name: "Fern & Co" });
  expect(await pipelineOn(actor, "0001-01-01")).toMatchObject({ total: 0, counts: { waiting: 0 } });
  expect(await pipelineOn(actor, undefined)).toMatchObject({ day: now, counts: { waiting: 1 } });
  const { points } = await pipelineSeries(actor, { stepDays: 7 });
  expect(points.map(({ day, counts }) => [day, counts.waiting])).toEqual([[now, 1]]);
  const view = pipelineView.parse({ q: "fern", sort: "posting_title", dir: "asc" });
  expect(await searchPipelinePostings(actor, now, view)).toMatchObject({
    total: 1,
    rows: [{ id }],
  });
  expect(await allPipelinePostings(actor, now, "waiting")).toHaveLength(1);
  expect(await searchPipelinePostings(await newActor(), now, view)).toMatchObject({
    total: 0,
    rows: [],
  });
  await deletePosting(actor, await getPosting(actor, id));
  expect(await pipelineOn(actor, addDays(now, -1))).toMatchObject({ total: 0 });
  expect(await pipelineOn(actor, undefined)).toMatchObject({ total: 0 });
});

test("ends a day at the person's midnight, across clock changes and skipped midnights", async () => {
  // In Beirut clocks went from 24:00 to 1:00 on 31 March 2024.
  const actor = await newActor("browser", "Asia/Beirut");
  const site = await createSite(actor, { site_name: "Board" });
  const { id } = await createPosting(actor, { job_site_id: site.id });
  const mine = sql`job_posting_id = ${id} and kind = 'created'`;
  await getDb().run(
    sql`update event set occurred_at = '2024-03-30T21:59:59.000000Z' where ${mine}`,
  );
  await getDb().run(sql`update job_posting set applied_at = null where id = ${id}`);
  expect(await pipelineOn(actor, "2024-03-30")).toMatchObject({ total: 1 });
  await getDb().run(
    sql`update event set occurred_at = '2024-03-30T22:00:00.000000Z' where ${mine}`,
  );
  expect(await pipelineOn(actor, "2024-03-30")).toMatchObject({ total: 0 });
  expect(await pipelineOn(actor, "2024-03-31")).toMatchObject({
    total: 1,
    first_day: "2024-03-31",
  });
});
