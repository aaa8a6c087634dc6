import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../accounts/auth/actor.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { createPosting } from "../postings/commands.ts";
import { postingColumns } from "../postings/values.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { createView, deleteView, moveView, restoreView, setLook } from "./commands.ts";
import { stateOfParams } from "./lists.ts";
import { getView, listViews, openList, viewCounts } from "./queries.ts";
import { shownLook } from "./shown-look.ts";
import { isSameState, paramsOf, queryParams, stateAddress } from "./state.ts";
import { maxViews } from "./values.ts";

freshDatabase();

const kind = "job_posting" as const;
const stateAt = (query: string) => stateOfParams(kind, queryParams(query));

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const save = (name: string, query: string, is_default = false) =>
  createView(actor, { kind, name, is_default, ...stateAt(query) });

const names = async () => (await listViews(actor, kind)).map(({ name }) => name);

describe("what a view keeps", () => {
  test.each([
    "",
    "show=waiting",
    "place=Remote&pay=90000&waiting=14",
    "sort=waiting&dir=asc",
    "sort=applied_at&dir=asc",
    "columns=waiting,pay&density=tight",
    "q=Rust&sort=company_name&rows=25",
  ])("%s comes back as it was", (query) => {
    const state = stateAt(query);
    expect(stateOfParams(kind, paramsOf(state))).toEqual(state);
  });

  test("is neither the page nor what is usual or makes no sense", () => {
    const bare = stateAt("");
    for (const query of [
      "page=7",
      "show=all&rows=50&sort=applied_at&dir=desc",
      "pay=lots&show=nothing&sort=height&since=2026-02-31&unknown=1",
      "view=12",
    ]) {
      expect(isSameState(stateAt(query), bare), query).toBe(true);
    }
    expect(stateAddress("/postings", bare)).toBe("/postings");
    expect(stateAddress("/postings", stateAt("waiting=14&place=Remote&page=3&view=9"))).toBe(
      "/postings?place=Remote&waiting=14",
    );
  });
});

describe("an address", () => {
  test("shows the default view where it names nothing, a view where it names that alone, else what it says", async () => {
    const remote = await save("Remote", "place=Remote");
    const quiet = await save("Quiet", "waiting=14", true);
    const open = async (query: string) => {
      const { params, view } = await openList(actor, kind, queryParams(query));
      return [view?.name, stateOfParams(kind, params).query];
    };
    expect(await open("")).toEqual(["Quiet", "waiting=14"]);
    expect(await open("show=all")).toEqual([undefined, ""]);
    expect(await open(`view=${remote.id}`)).toEqual(["Remote", "place=Remote"]);
    expect(await open(`view=${remote.id}&show=all`)).toEqual(["Remote", ""]);
    expect(await open(`view=${quiet.id}&pay=5`)).toEqual(["Quiet", "pay=5"]);
    expect(await open("view=999999")).toEqual([undefined, ""]);
  });

  test("never shows another person's view", async () => {
    const theirs = await createView(await newActor(), {
      kind,
      name: "Theirs",
      is_default: true,
      ...stateAt("place=Remote"),
    });
    const { params, view, views } = await openList(actor, kind, { view: String(theirs.id) });
    expect([stateOfParams(kind, params).query, view, views]).toEqual(["", undefined, []]);
    await expect(getView(actor, theirs.id)).rejects.toThrow(Forbidden);
    await expect(restoreView(actor, theirs.id)).rejects.toThrow(NotFound);
    expect(await names()).toEqual([]);
  });

  test("counts what each view shows", async () => {
    const site = await createSite(actor, { site_name: "Board" });
    for (const location_type of ["Remote", "Remote", "Hybrid"])
      await createPosting(actor, { job_site_id: site.id, location_type });
    const remote = await save("Remote", "place=Remote");
    const all = await save("All of it", "columns=pay");
    const counts = await viewCounts(actor, kind);
    expect(counts).toEqual({ [remote.id]: 2, [all.id]: 3 });
  });
});

describe("the views of a list", () => {
  test("have one default, an order, and come back as they were", async () => {
    const first = await save("First", "", true);
    const second = await save("Second", "show=closed", true);
    expect((await listViews(actor, kind)).map(({ is_default }) => is_default)).toEqual([
      false,
      true,
    ]);
    for (let n = 0; n < 2; n++) await moveView(actor, await getView(actor, first.id), 1);
    expect(await names()).toEqual(["Second", "First"]);
    const gone = await getView(actor, second.id);
    await deleteView(actor, gone);
    expect(await names()).toEqual(["First"]);
    await restoreView(actor, gone.id);
    expect(await names()).toEqual(["Second", "First"]);
    expect((await listViews(actor, kind))[0]).toMatchObject({
      is_default: true,
      query: "show=closed",
    });
  });

  test("are at most so many", async () => {
    for (let n = 0; n < maxViews; n++) await save(`View ${n}`, "");
    await expect(save("One more", "")).rejects.toThrow(Invalid);
  });
});

test("a list looks as its address says, else as its person chose; a dropped column is left out", async () => {
  await setLook(actor, kind, { columns: "pay,height,waiting,pay", density: "tight" });
  await setLook(actor, kind, { columns: "pay,height,stage,pay", density: "tight" });
  const { look } = await openList(actor, kind, {});
  const shown = (filter: object) => shownLook(postingColumns, { columns: "", ...filter }, look);
  expect(shown({})).toEqual({ columns: ["pay", "stage"], density: "tight" });
  expect(shown({ columns: "site,nothing" })).toEqual({ columns: ["site"] });
  expect(shown({ view: 3 })).toEqual({});
  expect(shown({ columns: "nothing", density: "tight" })).toEqual({ density: "tight" });
});
