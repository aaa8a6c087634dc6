import { beforeAll, expect, test } from "vitest";
import { fillDemoHunt } from "../../../scripts/demo-hunt.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { operations } from "../../api.ts";
import { Invalid } from "../../errors.ts";
import type { Operation } from "../../http/operation.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { applicationsAfter, applicationsPerSite } from "../documented/queries.ts";
import { searchApplied } from "./applied.ts";
import {
  readCompare,
  readFunnel,
  readPace,
  readPayReport,
  readPipeline,
  readProof,
  readRates,
  readSites,
  readWaits,
} from "./operations.ts";
import { tableView } from "./schema.ts";
import { groupings } from "./values.ts";

freshDatabase();

let actor: Actor;
beforeAll(async () => {
  actor = await newActor();
  await fillDemoHunt(actor.user_id, 80);
});

async function answer(operation: Operation, who: Actor, query: Record<string, string> = {}) {
  const url = new URL(`http://localhost${operation.path}?${new URLSearchParams(query)}`);
  const call = { actor: who, url } as unknown as Parameters<Operation["run"]>[0];
  return operation.responses[200]?.schema?.parse((await operation.run(call)).body);
}

test.each([
  ["readFunnel", readFunnel],
  ["readWaits", readWaits],
  ["readRates", readRates],
  ["readSites", readSites],
  ["readPace", readPace],
  ["readPayReport", readPayReport],
])("%s matches its schema, for a running hunt and an empty one", async (_, operation) => {
  expect(await answer(operation, actor)).toBeDefined();
  expect(await answer(operation, await newActor(), { since: "2024-02-29" })).toBeDefined();
  await expect(answer(operation, actor, { since: "2024-02-30" })).rejects.toBeInstanceOf(Invalid);
  await expect(answer(operation, actor, { since: "soon" })).rejects.toBeInstanceOf(Invalid);
});

test("returns the pipeline of a day, and refuses invalid days", async () => {
  const whole = await answer(readPipeline, actor, { series: "week" });
  expect(whole).toMatchObject({ total: 80, series: { step_days: 7 } });
  expect(await answer(readPipeline, await newActor())).toMatchObject({ total: 0, series: null });
  await expect(answer(readPipeline, actor, { day: "2024-02-30" })).rejects.toBeInstanceOf(Invalid);
  await expect(answer(readPipeline, actor, { series: "hour" })).rejects.toBeInstanceOf(Invalid);
});

test("compares two periods, and refuses days in the wrong order", async () => {
  const whole = await answer(readCompare, actor, { first: "2000-01-01", second: "2000-01-02" });
  expect(whole).toMatchObject({ periods: [{ applications: 0, to: "2000-01-01" }, { to: null }] });
  expect(await answer(readCompare, await newActor())).toBeDefined();
  for (const second of ["2024-01-01", "2023-12-31", "2024-02-30"]) {
    const asked = answer(readCompare, actor, { first: "2024-01-01", second });
    await expect(asked).rejects.toBeInstanceOf(Invalid);
  }
});

test("matches its schema for every grouping, and refuses others", async () => {
  for (const by of Object.keys(groupings)) {
    expect(await answer(readRates, actor, { by })).toMatchObject({ by });
  }
  expect(await answer(readWaits, actor, { by: "place", answer: "any" })).toMatchObject({
    groups: [{}, {}, {}],
  });
  await expect(answer(readRates, actor, { by: "luck" })).rejects.toBeInstanceOf(Invalid);
});

test("lists the documented report's rows on the pages", async () => {
  const since = "2000-01-01";
  const view = tableView.parse({ show: "all", dir: "asc" });
  const page = await searchApplied(actor, since, view);
  const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
  expect(page.rows.toSorted(byId)).toEqual(await applicationsAfter(actor, since, 0, 10_000));
  const sites = await applicationsPerSite(actor, since);
  expect(sites.reduce((sum, { site_count }) => sum + site_count, 0)).toBe(page.total);
});

test("applies the filter on a page, and pages the rest", async () => {
  const first = await searchApplied(actor, "2000-01-01", tableView.parse({}));
  expect([first.rows.length, first.size]).toEqual([25, 25]);
  const second = await searchApplied(actor, "2000-01-01", tableView.parse({ page: "2" }));
  const ids = new Set([...first.rows, ...second.rows].map(({ id }) => id));
  expect(ids.size).toBe(50);
  const none = await searchApplied(actor, "2000-01-01", tableView.parse({ q: "100%_nobody" }));
  expect(none).toMatchObject({ total: 0, rows: [] });
});

test("returns a proof that matches its schema, and refuses reversed or invalid days", async () => {
  expect(await answer(readProof, actor)).toMatchObject({ required: null, cut: false });
  const all = { from: "1990-01-01", to: "2199-12-31", replies: "no", week_start: "sunday" };
  expect(await answer(readProof, actor, all)).toMatchObject({ contacts: 0, cut: true });
  const wrong: Record<string, string>[] = [
    { from: "2024-05-02", to: "2024-05-01" },
    { from: "2024-02-30" },
    { to: "1899-12-31" },
    { week_start: "friday" },
    { replies: "perhaps" },
  ];
  for (const query of wrong) {
    await expect(answer(readProof, actor, query)).rejects.toBeInstanceOf(Invalid);
  }
});

test("describes the response and the errors of every report", () => {
  const insights = operations.filter(({ path }) => path.startsWith("/api/insights/"));
  expect(insights.length).toBeGreaterThan(4);
  for (const { id, example, responses } of insights) {
    expect(responses[200]?.schema?.safeParse(example?.response).success, id).toBe(true);
    expect(responses[400]?.description, id).toBeTruthy();
  }
});
