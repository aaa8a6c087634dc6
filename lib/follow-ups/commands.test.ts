import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, formatInstant, parseInstant } from "../dates.ts";
import { Invalid, NotFound } from "../errors.ts";
import { createOpportunity, deleteOpportunity } from "../opportunities/commands.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { blankOpportunity } from "../opportunities/schema.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite, deleteSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { restore } from "../trash/commands.ts";
import { answerFollowUp, takeBackAnswer } from "./answers.ts";
import { setCadence, visitSite } from "./cadence.ts";
import { createFollowUp, deleteFollowUp, updateFollowUp } from "./commands.ts";
import { sameTimeOn } from "./due.ts";
import { dueFollowUps, getFollowUp, openFollowUps, siteCadence } from "./queries.ts";
import { followUpInput } from "./schema.ts";
import { dueDay } from "./values.ts";

freshDatabase();

const zone = "Europe/Berlin";
const monday = "2026-11-30T11:00:00.000Z";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(monday) });
});
afterEach(() => {
  vi.useRealTimers();
});

const person = () => newActor("browser", zone);

const add = async (actor: Actor, values: object = {}) =>
  getFollowUp(
    actor,
    (await createFollowUp(actor, { what: "Write to Robin", due_on: "2026-12-03", ...values })).id,
  );

const faults = async (run: Promise<unknown>) => {
  const error = await run.then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fields;
};

const dueOn = async (actor: Actor, day: string) =>
  (await dueFollowUps(actor, day)).map(({ id }) => id);

describe("a follow-up", () => {
  test("is due on the day of its time, in the person's zone", async () => {
    const actor = await person();
    const late = await add(actor, { due_on: undefined, due_at: "2026-12-03T23:30:00.000000Z" });
    expect(late).toMatchObject({ due_on: "2026-12-04", state: "open", closed_at: null });
    expect(await faults(createFollowUp(actor, { what: "When?" }))).toEqual({
      due_on: ["This field is required."],
    });
    const other = { due_on: "2026-12-03", due_at: "2026-12-03T23:30:00.000000Z" };
    expect(Object.keys(await faults(createFollowUp(actor, { what: "x", ...other })))).toEqual([
      "due_on",
    ]);
  });

  test("keeps its time of day where only its day is moved, across a change of the clocks", async () => {
    const actor = await person();
    const row = await add(actor, { due_on: undefined, due_at: "2027-03-27T01:30:00.000000Z" });
    expect(row.due_on).toBe("2027-03-27");
    await updateFollowUp(actor, row, { due_on: "2027-03-29" });
    const moved = await getFollowUp(actor, row.id);
    expect(moved).toMatchObject({ due_on: "2027-03-29", due_at: "2027-03-29T00:30:00.000000Z" });
    // The clocks skip half past two on that day: an hour later.
    await updateFollowUp(actor, moved, { due_on: "2027-03-28" });
    expect((await getFollowUp(actor, row.id)).due_at).toBe("2027-03-28T01:30:00.000000Z");
  });

  test("is about one thing at most, of the person's own, and not one in the trash", async () => {
    const [actor, stranger] = [await person(), await person()];
    const site = await createSite(actor, { site_name: "Board" });
    const posting = await createPosting(actor, { job_site_id: site.id });
    const theirs = await createSite(stranger, { site_name: "Theirs" });
    expect(await faults(add(actor, { job_site_id: theirs.id }))).toEqual({
      job_site_id: [`Invalid pk "${theirs.id}" - object does not exist.`],
    });
    const two = { job_site_id: site.id, job_posting_id: posting.id };
    expect(Object.keys(await faults(add(actor, two)))).toEqual(["job_posting_id", "job_site_id"]);
    const row = await add(actor, { job_posting_id: posting.id });
    expect(Object.keys(await faults(updateFollowUp(actor, row, { job_site_id: site.id })))).toEqual(
      ["job_site_id"],
    );
    await updateFollowUp(actor, row, { job_site_id: site.id, job_posting_id: null });
    expect(await getFollowUp(actor, row.id)).toMatchObject({
      job_site_id: site.id,
      job_posting_id: null,
    });
    const kept = await add(actor, { job_posting_id: posting.id });
    await deletePosting(actor, await getPosting(actor, posting.id));
    expect(Object.keys(await faults(add(actor, { job_posting_id: posting.id })))).toEqual([
      "job_posting_id",
    ]);
    await updateFollowUp(actor, kept, { what: "Ask", job_posting_id: posting.id });
    expect((await getFollowUp(actor, kept.id)).what).toBe("Ask");
  });

  test.each([
    [{ due_on: "1900-01-01" }, "due_on"],
    [{ due_on: "9999-12-31" }, "due_on"],
    [{ due_on: "2026-02-30" }, "due_on"],
    [{ due_on: "tomorrow" }, "due_on"],
    [{ repeat_days: 0 }, "repeat_days"],
    [{ repeat_days: 366 }, "repeat_days"],
    [{ state: "later" }, "state"],
    [{ what: "x".repeat(257) }, "what"],
    [{ snoozed_until: "3000-01-01" }, "snoozed_until"],
  ])("refuses %j in words", (values, field) => {
    const read = followUpInput(zone).safeParse({ what: "x", due_on: "2026-12-01", ...values });
    expect(read.error?.issues.map(({ path }) => path)).toEqual([[field]]);
    expect(read.error?.issues[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  test("of a far moment is refused at its time", async () => {
    const actor = await person();
    expect(
      Object.keys(await faults(add(actor, { due_at: "9990-01-01T00:00:00.000000Z" }))),
    ).toEqual(["due_at"]);
  });
});

describe("an answer", () => {
  test("snoozes until a day, and it returns on that day", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (due, snooze) => {
          const actor = await person();
          const today = "2026-11-30";
          const row = await add(actor, { due_on: addDays(today, due) });
          const until = addDays(today, snooze);
          await answerFollowUp(actor, row, { snoozed_until: until });
          const first = dueDay(await getFollowUp(actor, row.id));
          expect(first >= until && first >= row.due_on).toBe(true);
          expect(await dueOn(actor, addDays(first, -1))).toEqual([]);
          expect(await dueOn(actor, first)).toEqual([row.id]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("of done makes a repeating one again, counted from today, once", async () => {
    const actor = await person();
    const row = await add(actor, {
      due_on: undefined,
      due_at: "2026-11-20T08:00:00.000000Z",
      repeat_days: 7,
    });
    const done = await answerFollowUp(actor, row, { state: "done" });
    await updateFollowUp(actor, row, { state: "done" });
    expect(await dueOn(actor, "2026-12-06")).toEqual([]);
    const [next, ...more] = await dueFollowUps(actor, "2026-12-07");
    expect(more).toEqual([]);
    expect(next).toMatchObject({ due_on: "2026-12-07", due_at: "2026-12-07T08:00:00.000000Z" });
    expect(done.before.state).toBe("open");
  });

  test("is taken back with what it did, unless the follow-up changed since", async () => {
    const actor = await person();
    const row = await add(actor, { due_on: "2026-11-29", repeat_days: 7 });
    const change = await answerFollowUp(actor, row, { state: "done" });
    const answered = await getFollowUp(actor, row.id);
    expect(answered).toMatchObject({ state: "done", closed_at: change.moment });
    await takeBackAnswer(actor, answered, change);
    expect(await dueOn(actor, "2027-12-01")).toEqual([row.id]);
    expect(await getFollowUp(actor, row.id)).toMatchObject({ state: "open", closed_at: null });

    vi.setSystemTime(new Date("2026-11-30T11:00:01.000Z"));
    const dropped = await answerFollowUp(actor, await getFollowUp(actor, row.id), {
      state: "dismissed",
    });
    expect(await dueOn(actor, "2027-12-01")).toEqual([]);
    vi.setSystemTime(new Date("2026-11-30T11:00:02.000Z"));
    await updateFollowUp(actor, await getFollowUp(actor, row.id), { what: "Something else" });
    await expect(takeBackAnswer(actor, await getFollowUp(actor, row.id), dropped)).rejects.toThrow(
      "changed meanwhile",
    );
  });
});

describe("what a follow-up is about", () => {
  test("hides it while it is in the trash, and brings it back", async () => {
    const actor = await person();
    const site = await createSite(actor, { site_name: "Board" });
    const posting = await createPosting(actor, { job_site_id: site.id });
    const opportunity = await createOpportunity(actor, { ...blankOpportunity(), job_title: "T" });
    const due = { due_on: "2026-11-30" };
    const ofSite = await add(actor, { ...due, job_site_id: site.id });
    const ofPosting = await add(actor, { ...due, job_posting_id: posting.id });
    const ofOpportunity = await add(actor, { ...due, email_opportunity_id: opportunity.id });
    const ofNothing = await add(actor, due);
    const all = [ofSite.id, ofPosting.id, ofOpportunity.id, ofNothing.id];
    expect(await dueOn(actor, "2026-11-30")).toEqual(all);
    await deleteSite(actor, await getSite(actor, site.id));
    expect(await dueOn(actor, "2026-11-30")).toEqual([ofOpportunity.id, ofNothing.id]);
    await deleteOpportunity(actor, await getOpportunity(actor, opportunity.id));
    expect(await dueOn(actor, "2026-11-30")).toEqual([ofNothing.id]);
    await restore(actor, "job_site", site.id);
    await restore(actor, "email_opportunity", opportunity.id);
    expect(await dueOn(actor, "2026-11-30")).toEqual(all);
  });

  test("is left in peace by its own trash", async () => {
    const actor = await person();
    const row = await add(actor, { due_on: "2026-11-30" });
    await deleteFollowUp(actor, row);
    await expect(getFollowUp(actor, row.id)).rejects.toThrow(NotFound);
    await restore(actor, "follow_up", row.id);
    expect(await dueOn(actor, "2026-11-30")).toEqual([row.id]);
    expect(await dueOn(await person(), "2026-11-30")).toEqual([]);
  });
});

describe("a site that is looked at every 7 days", () => {
  const visited = async () => {
    const actor = await person();
    const site = await createSite(actor, {
      site_name: "Board",
      last_visited_at: "2026-11-25T09:00:00.000000Z",
    });
    await setCadence(actor, await getSite(actor, site.id), 7);
    return { actor, id: site.id, read: () => getSite(actor, site.id) };
  };

  test("is due 7 days after the last look, and each look puts it off", async () => {
    const { actor, id, read } = await visited();
    const [first] = await openFollowUps(actor, { field: "job_site_id", id });
    expect(first).toMatchObject({ due_on: "2026-12-02", repeat_days: 7 });
    await visitSite(actor, await read());
    expect(await siteCadence(actor, id)).toMatchObject({ id: first?.id, due_on: "2026-12-07" });
    vi.setSystemTime(new Date("2026-12-08T11:00:00.000Z"));
    await visitSite(actor, await read());
    const next = await siteCadence(actor, id);
    expect(next).toMatchObject({ due_on: "2026-12-15" });
    expect(next?.id).not.toBe(first?.id);
    expect((await read()).last_visited_at).toBe("2026-12-08T11:00:00.000000Z");
  });

  test("counts its follow-up as a look, until that is taken back", async () => {
    const { actor, id, read } = await visited();
    const [{ id: row } = { id: 0 }] = await openFollowUps(actor, { field: "job_site_id", id });
    const change = await answerFollowUp(actor, await getFollowUp(actor, row), { state: "done" });
    expect((await read()).last_visited_at).toBe("2026-11-30T11:00:00.000000Z");
    await takeBackAnswer(actor, await getFollowUp(actor, row), change);
    expect((await read()).last_visited_at).toBe("2026-11-25T09:00:00.000000Z");
    expect(await openFollowUps(actor, { field: "job_site_id", id })).toHaveLength(1);
  });

  test("changes its days in place, and ends", async () => {
    const { actor, id, read } = await visited();
    await setCadence(actor, await read(), 3);
    // Five days ago: due since two days, and today is the first day that it can be said.
    expect(await siteCadence(actor, id)).toMatchObject({ due_on: "2026-11-30", repeat_days: 3 });
    await setCadence(actor, await read(), null);
    expect(await openFollowUps(actor, { field: "job_site_id", id })).toEqual([]);
  });
});

test("the same time on another day is that time in every zone", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC"];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 9_000 }),
      // No zone of these changes its clocks at this time of day.
      fc.integer({ min: 6, max: 20 }),
      fc.integer({ min: 0, max: 9_000 }),
      (inZone, days, hour, later) => {
        const parsed = parseInstant(`${addDays("2020-01-01", days)}T${hour}:15`, inZone);
        const moment = "value" in parsed ? parsed.value : "";
        const day = addDays("2020-01-01", later);
        expect(formatInstant(sameTimeOn(day, moment, inZone), inZone).slice(0, 16)).toBe(
          `${day}T${String(hour).padStart(2, "0")}:15`,
        );
      },
    ),
    { numRuns: 300 },
  );
});
