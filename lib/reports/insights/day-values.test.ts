import { beforeAll, expect, test } from "vitest";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, datetimeLocalValue, formatInstant } from "../../dates.ts";
import { listEvents } from "../../events/queries.ts";
import { commitBatch } from "../../imports/commit.ts";
import { getBatch } from "../../imports/queries.ts";
import { stageFile } from "../../imports/staging/stage.ts";
import { withFile } from "../../imports/testing.ts";
import { createPosting, updatePosting } from "../../postings/commands.ts";
import { getPosting, searchPostings } from "../../postings/queries.ts";
import { postingFilter, postingForm } from "../../postings/schema.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { dashboardStatistics } from "../dashboard/queries.ts";
import { applicationsAfter, applicationsPerWeek } from "../documented/queries.ts";
import { appliedPerMonth } from "./applied.ts";
import { pace } from "./pace.ts";
import { pipelineOn } from "./pipeline.ts";
import { proof } from "./proof.ts";

freshDatabase();

const day = "2025-03-14"; // a Friday
const now = Date.UTC(2025, 3, 1);
const moves = ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
let hunter: Actor;
const inZone = (time_zone: string): Actor => ({ ...hunter, time_zone });

beforeAll(async () => {
  hunter = await newActor("browser", moves[0]);
  const list = `Company,Position,Date Applied,Status,Rejected on\nLarch Foods,Baker,${day},Applied,`;
  const staged = await withFile(list, (path) => stageFile(hunter, path, "hunt.csv", {}));
  if (!("id" in staged)) throw new Error("the file was not staged");
  await commitBatch(hunter, await getBatch(hunter, staged.id), {
    attention: true,
    duplicates: true,
  });
  const typed = { company_name: "Elm", posting_title: "Cook", applied_at: day, rejected_at: day };
  const form = postingForm(hunter.time_zone).parse({ ...typed, posting_status: "3 - Rejected" });
  await createPosting(hunter, { ...form, site_name: "Board" });
});

test.each(moves)("an application of a day without a time is of that day in %s", async (zone) => {
  const actor = inZone(zone);
  expect(
    (await applicationsAfter(actor, "2025-01-01", 0, 10)).map((row) => row.applied_at),
  ).toEqual([day, day]);
  expect(await applicationsAfter(actor, addDays(day, 1), 0, 10)).toEqual([]);
  expect(await applicationsPerWeek(actor, day)).toMatchObject([{ month: "March", week_count: 2 }]);
  expect(await appliedPerMonth(actor, day)).toEqual([{ month: "2025-03", count: 2 }]);
  const list = (since: string) => searchPostings(actor, postingFilter.parse({ since }));
  expect([(await list(day)).total, (await list(addDays(day, 1))).total]).toEqual([2, 0]);
  const asked = { from: day, to: day, starts: "monday" as const, replies: true };
  const seen = await proof(actor, asked, now);
  expect(seen.lines.map((line) => line.date)).toEqual([day, day]);
  expect((await pace(actor, "2025-01-01", now)).days).toEqual([{ day, count: 2 }]);
  expect(await pipelineOn(actor, addDays(day, -1))).toMatchObject({ total: 0, first_day: day });
  expect(await pipelineOn(actor, day)).toMatchObject({ total: 2, counts: { rejected: 1 } });
  const spans = await dashboardStatistics(actor, { first: day, second: addDays(day, 1) });
  expect(spans.map((span) => span.total_count)).toEqual([2, 2, 0]);
});

test("the API and the form show the day as it was written, whatever the zone", async () => {
  const [row] = (await searchPostings(hunter, postingFilter.parse({ q: "elm" }))).rows;
  const posting = await getPosting(hunter, row?.id ?? 0);
  const shown = moves.map((zone) => formatInstant(posting.applied_at ?? "", zone));
  expect(shown).toEqual([
    "2025-03-14T12:00:00-04:00",
    "2025-03-14T12:00:00+09:00",
    "2025-03-14T12:00:00+14:00",
    "2025-03-14T12:00:00-11:00",
  ]);
  for (const zone of moves) expect(datetimeLocalValue(posting.rejected_at, zone)).toBe(day);
  const log = await listEvents(hunter, "job_posting", posting.id);
  const rejected = log.find(({ kind }) => kind === "rejected");
  expect(formatInstant(rejected?.occurred_at ?? "", "Asia/Tokyo").slice(0, 10)).toBe(day);
  // A time that is added later makes it a moment like any other.
  const timed = postingForm("Asia/Tokyo").parse({ applied_at: `${day}T09:30` });
  await updatePosting(inZone("Asia/Tokyo"), posting, timed);
  const { applied_at } = await getPosting(hunter, posting.id);
  expect(formatInstant(applied_at ?? "", "America/New_York")).toBe("2025-03-13T20:30:00-04:00");
  await updatePosting(hunter, await getPosting(hunter, posting.id), {
    applied_at: posting.applied_at,
  });
});
