import { expect, it } from "vitest";
import { createPosting } from "../postings/commands.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { applicationsPerWeek, dashboardStatistics, documentedDates } from "./queries.ts";

freshDatabase();

async function hunterWith(applied: [string, string | null][]) {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  for (const [posting_status, applied_at] of applied) {
    await createPosting(actor, { job_site_id: site.id, posting_status, applied_at });
  }
  return actor;
}

it("counts applications and answers in the person's own days", async () => {
  const actor = await hunterWith([
    ["1 - Actively Engaged", "2024-07-01T03:00:00.000000Z"], // the evening of 30 June in Los Angeles
    ["4 - No Response", "2024-07-01T12:00:00.000000Z"],
    ["3 - Rejected", "2024-02-29T12:00:00.000000Z"],
    ["5 - Saved", null],
  ]);
  expect(await dashboardStatistics(actor, documentedDates)).toEqual([
    { total_count: 2, response_count: 1, raw_date: "2024-03-01", formatted_date: "March 01, 2024" },
    {
      total_count: 1,
      response_count: 1,
      raw_date: "2024-03-01",
      formatted_date: "March 01, 2024 to July 01, 2024",
    },
    { total_count: 1, response_count: 0, raw_date: "2024-07-01", formatted_date: "July 01, 2024" },
  ]);
});

it("puts each application in its week, and weeks without one at nought", async () => {
  const actor = await hunterWith([["2 - Awaiting Feedback", new Date().toISOString()]]);
  const weeks = await applicationsPerWeek(actor, 3);
  expect(weeks.map(({ applied, answered }) => [applied, answered])).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
});
