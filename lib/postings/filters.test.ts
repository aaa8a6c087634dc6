import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, today } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { createInterview } from "../interviews/commands.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { nextSteps } from "../today/next-steps.ts";
import { createPosting } from "./commands.ts";
import { postingNeighbours, searchPostings } from "./queries.ts";
import { postingFilter } from "./schema.ts";
import { type PostingSort, postingSorting } from "./values.ts";

freshDatabase();

let actor: Actor;
const ids: Record<string, number> = {};
const daysAgo = (days: number) => dayValue(addDays(today(actor.time_zone), -days));

const add = async (company_name: string, more: object = {}) => {
  const site = await createSite(actor, { site_name: `Site of ${company_name}` });
  const posting = await createPosting(actor, {
    job_site_id: site.id,
    company_name,
    applied_at: daysAgo(3),
    ...more,
  });
  ids[company_name] = posting.id;
};

const names = async (query: Record<string, string>) => {
  const { rows, total } = await searchPostings(actor, postingFilter.parse(query));
  expect(total).toBe(rows.length);
  return rows.map(({ company_name }) => company_name);
};

beforeEach(async () => {
  actor = await newActor();
  await add("Alder", {
    location_type: "remote",
    pay_range: "€95k – €110k",
    applied_at: daysAgo(30),
  });
  await add("Birch", { location_type: "Hybrid", pay_range: "$55/hour", applied_at: daysAgo(15) });
  await add("Cedar", { location_type: "Remote", pay_range: "€60,000", applied_at: daysAgo(14) });
  await add("Damson", {
    posting_status: "3 - Rejected",
    rejected_after_stage: "Team Interview",
    employment_type: "Contract",
    applied_at: daysAgo(90),
  });
  await add("Elm", {
    posting_status: "0.5 - Offer",
    rejected_after_stage: "Screening",
    deadline: addDays(today(actor.time_zone), 9),
  });
  // Somebody else's, which fits all of it.
  const other = await newActor();
  const site = await createSite(other, { site_name: "Theirs" });
  await createPosting(other, { job_site_id: site.id, location_type: "Remote", pay_range: "€99k" });
});

describe("filters", () => {
  test.each([
    [{ place: "Remote" }, ["Cedar", "Alder"]],
    [{ pay: "90000" }, ["Birch", "Alder"]],
    [{ place: "Remote", pay: "90000" }, ["Alder"]],
    [{ waiting: "14" }, ["Birch", "Alder"]],
    [{ waiting: "13" }, ["Cedar", "Birch", "Alder"]],
    [{ place: "Remote", pay: "90000", waiting: "14", show: "waiting" }, ["Alder"]],
    [{ stage: "Team Interview" }, ["Damson"]],
    [{ employment: "contract", waiting: "1" }, []],
  ])("%o", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test("that make no sense are dropped", async () => {
    const query = {
      pay: "lots",
      waiting: "-3",
      place: "x".repeat(99),
      site: "0",
      since: "2026-02-31",
    };
    expect(await names(query)).toHaveLength(5);
  });
});

describe("sorts", () => {
  beforeEach(async () => {
    await createInterview(actor, {
      job_posting_id: ids.Alder,
      starts_at: "2199-01-01T09:00:00.000000Z",
    });
    const due_on = addDays(today(actor.time_zone), 2);
    await createFollowUp(actor, { what: "Ask", due_on, job_posting_id: ids.Birch });
  });

  test.each<[PostingSort, string, string[]]>([
    ["pay", "", ["Birch", "Alder", "Cedar"]],
    ["pay", "asc", ["Cedar", "Alder", "Birch"]],
    ["waiting", "", ["Birch", "Cedar"]],
    ["waiting", "asc", ["Cedar", "Birch"]],
    ["stage", "", ["Damson", "Elm"]],
    ["place", "", ["Birch", "Alder", "Cedar"]],
    ["deadline", "desc", ["Elm"]],
    ["next_step", "", ["Birch", "Elm", "Alder"]],
    ["next_step", "desc", ["Alder", "Elm", "Birch"]],
    ["site", "desc", ["Elm", "Damson", "Cedar", "Birch", "Alder"]],
  ])("%s %s puts what lacks it last", async (sort, dir, expected) => {
    const sorted = await names({ sort, ...(dir && { dir }) });
    expect(sorted.slice(0, expected.length)).toEqual(expected);
    expect(sorted).toHaveLength(5);
  });

  test("all of them, also among what was found", async () => {
    for (const sort of postingSorting.sorts) {
      expect(await names({ sort, q: "Cedar" }), sort).toEqual(["Cedar"]);
    }
  });

  test("the next step is the first of what comes", async () => {
    const rows = Object.entries(ids).map(([, id]) => ({ id, waiting: null, status: "" }));
    const steps = (who: Actor) =>
      nextSteps(
        who,
        "job_posting",
        rows.map((row) => ({
          ...row,
          status: "5 - Saved",
          deadline: row.id === ids.Elm ? addDays(today(actor.time_zone), 9) : null,
        })),
      );
    const found = await steps(actor);
    expect(found.get(ids.Alder ?? 0)).toMatchObject({ what: "interview" });
    expect(found.get(ids.Birch ?? 0)).toMatchObject({ what: "follow_up", about: "Ask" });
    expect(found.get(ids.Elm ?? 0)).toMatchObject({ what: "deadline" });
    expect(found.has(ids.Cedar ?? 0)).toBe(false);
    expect((await steps(await newActor())).has(ids.Birch ?? 0)).toBe(false);
  });
});

describe("the way through a list", () => {
  const at = async (company: string, query: Record<string, string>) => {
    const filter = postingFilter.parse(query);
    const { previous, next, ...rest } = await postingNeighbours(actor, filter, ids[company] ?? 0);
    const nameOf = (id: number | null) => Object.keys(ids).find((name) => ids[name] === id);
    return [nameOf(previous), nameOf(next), rest.position, rest.total];
  };

  test("goes from a posting to those beside it, in the list's order and under its filter", async () => {
    const byName = { sort: "company_name" };
    expect(await at("Alder", byName)).toEqual([undefined, "Birch", 1, 5]);
    expect(await at("Cedar", byName)).toEqual(["Birch", "Damson", 3, 5]);
    expect(await at("Elm", byName)).toEqual(["Damson", undefined, 5, 5]);
    expect(await at("Birch", { waiting: "1", sort: "pay" })).toEqual([undefined, "Alder", 1, 3]);
    expect(await at("Cedar", { q: "Cedar" })).toEqual([undefined, undefined, 1, 1]);
  });

  test("goes on from a posting that no longer fits", async () => {
    expect(await at("Damson", { show: "waiting", sort: "company_name" })).toEqual([
      "Cedar",
      undefined,
      null,
      3,
    ]);
  });
});
