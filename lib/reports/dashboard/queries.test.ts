import { expect, test } from "vitest";
import { createPosting } from "../../postings/commands.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { dashboard, dashboardStatistics, documentedDates } from "./queries.ts";

freshDatabase();

async function hunterWith(applied: [string, string | null][]) {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  for (const [posting_status, applied_at] of applied) {
    await createPosting(actor, { job_site_id: site.id, posting_status, applied_at });
  }
  return actor;
}

test("counts applications and answers in the person's own days", async () => {
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

test("counts nothing between two days in reverse order", async () => {
  const actor = await hunterWith([["4 - No Response", "2024-05-01T12:00:00.000000Z"]]);
  const rows = await dashboardStatistics(actor, { first: "2024-07-01", second: "2024-03-01" });
  expect(rows.map(({ total_count }) => total_count)).toEqual([0, 0, 1]);
});

test("includes the latest writes, of the person alone", async () => {
  const actor = await hunterWith([
    ["1 - Actively Engaged", "2024-05-01T12:00:00.000000Z"],
    ["4 - No Response", "2024-06-01T12:00:00.000000Z"],
  ]);
  const first = await dashboard(actor);
  expect(first.postings).toMatchObject({
    total: 1,
    rows: [{ posting_status: "1 - Actively Engaged", applied_at: "2024-05-01T05:00:00-07:00" }],
  });
  expect(first.spans[0]).toEqual({
    from: "2024-05-01",
    to: null,
    applied: 2,
    answered: 1,
    in_talks: 1,
  });

  const site = await createSite(actor, { site_name: "Another" });
  await createPosting(actor, { job_site_id: site.id, posting_status: "0.5 - Offer" });
  expect((await dashboard(actor)).postings.total).toBe(2);
  expect(await dashboard(await newActor())).toMatchObject({
    nothing: true,
    postings: { total: 0 },
  });
});

test("counts applications by week, with zero for weeks without any", async () => {
  const actor = await hunterWith([["2 - Awaiting Feedback", new Date().toISOString()]]);
  const { weeks } = await dashboard(actor, 8, 3);
  expect(weeks.map(({ applied, answered }) => [applied, answered])).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
});
