import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getDb } from "../../db/client.ts";
import { interview } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayMs, toStored } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { setCadence } from "../follow-ups/cadence.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { createOpportunity } from "../opportunities/commands.ts";
import { blankOpportunity } from "../opportunities/schema.ts";
import { createPosting, deletePosting, updatePosting } from "../postings/commands.ts";
import { getPosting, searchPostings } from "../postings/queries.ts";
import { postingFilter } from "../postings/schema.ts";
import { createSite } from "../sites/commands.ts";
import { getSite } from "../sites/queries.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { answerToday, takeBackToday } from "./commands.ts";
import { daysWaiting } from "./days-waiting.ts";
import { inOrder } from "./order.ts";
import { todayQueue } from "./queries.ts";
import { quietAfterOf } from "./quiet-after.ts";
import type { TodayAnswer } from "./schema.ts";
import { type Rule, rules, type TodayItem } from "./values.ts";

freshDatabase();

const zone = "Europe/Berlin";
const today = "2026-11-30";
const noon = Date.parse("2026-11-30T11:00:00Z");
const ago = (days: number, hours = 0) => toStored(noon - days * dayMs - hours * 3_600_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

const person = () => newActor("browser", zone);
const at = (day: string) => vi.setSystemTime(new Date(`${day}T11:00:00Z`));

const posting = (actor: Actor, values: object = {}) =>
  createPosting(actor, { site_name: "Board", company_name: "Helio", ...values });

async function round(actor: Actor, values: Partial<typeof interview.$inferInsert>) {
  const [row] = await getDb()
    .insert(interview)
    .values({ starts_at: ago(0), ...values, user_id: actor.user_id })
    .returning();
  return row?.id ?? 0;
}

const items = async (actor: Actor) => (await todayQueue(actor)).items;
const seen = async (actor: Actor) => (await items(actor)).map(({ rule, title }) => [rule, title]);
const ruled = async (actor: Actor, rule: Rule) =>
  (await items(actor)).filter((item) => item.rule === rule);

describe("a deadline", () => {
  const closing = (actor: Actor, posting_status: string, deadline: string) =>
    posting(actor, { posting_status, deadline, posting_title: "Baker" });

  test("of a saved posting is told a week before, and gone when it closed", async () => {
    const actor = await person();
    const { id } = await closing(actor, "5 - Saved", "2026-12-10");
    await closing(actor, "4 - No Response", "2026-12-04");
    expect(await seen(actor)).toEqual([]);
    at("2026-12-09");
    const [item] = await items(actor);
    expect(item).toMatchObject({
      rule: "apply",
      title: "Apply to Helio",
      reason: "Baker. It closes tomorrow.",
      slips_on: "2026-12-10",
    });
    await answerToday(actor, { rule: "apply", ids: [id], answer: "dismiss" });
    expect(await seen(actor)).toEqual([]);
    // Another day is another question.
    await updatePosting(actor, await getPosting(actor, id), { deadline: "2026-12-12" });
    expect(await seen(actor)).toEqual([["apply", "Apply to Helio"]]);
    at("2026-12-13");
    expect(await seen(actor)).toEqual([]);
  });

  test("stands once beside the person's own reminder, whatever that was answered", async () => {
    const actor = await person();
    const { id } = await closing(actor, "5 - Saved", "2026-12-10");
    const what = "Apply to Helio: Baker";
    const own = await createFollowUp(actor, { what, due_on: "2026-12-09", job_posting_id: id });
    await createFollowUp(actor, { what: "Ask Ann", due_on: "2026-12-09", job_posting_id: id });
    at("2026-12-08");
    // It is among what comes up.
    expect(await seen(actor)).toEqual([]);
    at("2026-12-09");
    const rows = await items(actor);
    expect(rows.map(({ title }) => title)).toEqual([what, "Ask Ann"]);
    expect(rows[0]?.reason).toBe("Due today. About Helio. It closes tomorrow.");
    await answerToday(actor, { rule: "follow_up", ids: [own.id], answer: "done" });
    expect(await seen(actor)).toEqual([["follow_up", "Ask Ann"]]);
    // A later day is another question.
    at("2026-12-10");
    await updatePosting(actor, await getPosting(actor, id), { deadline: "2026-12-17" });
    expect(await ruled(actor, "apply")).toHaveLength(1);
  });

  test("is told where the person's own reminder was put off beyond it", async () => {
    const actor = await person();
    const { id } = await closing(actor, "5 - Saved", "2026-12-10");
    const what = "Apply to Helio: Baker";
    const own = await createFollowUp(actor, { what, due_on: "2026-12-08", job_posting_id: id });
    at("2026-12-08");
    const snooze = (until: string) =>
      answerToday(actor, { rule: "follow_up", ids: [own.id], answer: "snooze", until });
    await snooze("2026-12-10");
    expect(await seen(actor)).toEqual([]);
    await snooze("2026-12-14");
    expect(await seen(actor)).toEqual([["apply", "Apply to Helio"]]);
  });

  test("of an offer stays for days after it", async () => {
    const actor = await person();
    await closing(actor, "0.5 - Offer", "2026-12-01");
    expect((await items(actor))[0]?.reason).toBe("Baker. Their offer ends tomorrow.");
    at("2026-12-03");
    expect(await items(actor)).toMatchObject([
      {
        rule: "decide",
        title: "Answer Helio’s offer",
        reason: "Baker. Their offer ended 2 days ago.",
      },
    ]);
    at("2026-12-05");
    expect(await seen(actor)).toEqual([]);
  });

  test("of an opportunity is when the answer slips", async () => {
    const actor = await person();
    await createOpportunity(actor, {
      ...blankOpportunity(),
      recruiter_name: "Robin Vale",
      email_received_at: ago(1),
      deadline: "2026-12-08",
    });
    expect(await items(actor)).toMatchObject([
      {
        title: "Answer Robin Vale",
        slips_on: "2026-12-08",
        reason: expect.stringContaining("They want an answer in 8 days."),
      },
    ]);
  });
});

describe("an interview", () => {
  test("is prepared from the day before, then written up and thanked for", async () => {
    const actor = await person();
    const { id } = await posting(actor);
    await round(actor, {
      job_posting_id: id,
      starts_at: "2026-12-02T09:30:00.000000Z",
      kind: "HR Interview",
    });
    expect(await seen(actor)).toEqual([]);
    at("2026-12-01");
    expect(await items(actor)).toMatchObject([
      {
        rule: "prepare",
        title: "Prepare for Helio",
        reason: "HR interview tomorrow at 10:30.",
        subject: { kind: "job_posting", id, name: "Helio" },
      },
    ]);
    vi.setSystemTime(new Date("2026-12-02T09:29:00Z"));
    expect((await items(actor))[0]?.reason).toBe("HR interview today at 10:30.");
    vi.setSystemTime(new Date("2026-12-02T09:31:00Z"));
    expect(await seen(actor)).toEqual([
      ["write_up", "Write up Helio"],
      ["thank", "Thank Helio"],
    ]);
    at("2026-12-04");
    expect((await ruled(actor, "thank"))[0]?.slips_on).toBe("2026-12-04");
    at("2026-12-05");
    expect(await seen(actor)).toEqual([["write_up", "Write up Helio"]]);
    at("2026-12-20");
    expect(await seen(actor)).toEqual([]);
  });

  test("of a day without a time is prepared for on that day, in far zones too", async () => {
    for (const far of ["Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", zone]) {
      const actor = await newActor("browser", far);
      const { id } = await posting(actor);
      const { date } = await todayQueue(actor);
      await round(actor, { job_posting_id: id, starts_at: dayValue(addDays(date, 1)) });
      expect([far, ...(await items(actor)).map(({ reason }) => reason)]).toEqual([
        far,
        "Interview tomorrow.",
      ]);
      at(addDays("2026-11-30", 1));
      expect((await items(actor))[0]?.reason).toBe("Interview today.");
      at(addDays("2026-11-30", 2));
      expect(await ruled(actor, "prepare")).toEqual([]);
      expect(await ruled(actor, "thank")).toHaveLength(1);
      vi.setSystemTime(noon);
    }
  });

  test("that was cancelled, failed, or is about what is in the trash asks for less", async () => {
    const actor = await person();
    const made = await posting(actor);
    const on = { job_posting_id: made.id };
    await round(actor, { ...on, outcome: "Cancelled" });
    await round(actor, { ...on, outcome: "Failed" });
    const passed = await round(actor, { ...on, outcome: "Passed" });
    expect((await items(actor)).map(({ rule, ids }) => [rule, ...ids])).toEqual([
      ["thank", passed],
    ]);
    await deletePosting(actor, await getPosting(actor, made.id));
    expect(await seen(actor)).toEqual([]);
  });

  test("whose suggestion was answered does not return, unless it is moved", async () => {
    const actor = await person();
    const { id } = await posting(actor);
    const starts_at = "2026-12-01T09:30:00.000000Z";
    const ids = [await round(actor, { job_posting_id: id, starts_at })];
    const change = await answerToday(actor, { rule: "prepare", ids, answer: "done" });
    expect(await seen(actor)).toEqual([]);
    await takeBackToday(actor, change);
    expect(await seen(actor)).toHaveLength(1);
    await answerToday(actor, { rule: "prepare", ids, answer: "dismiss" });
    await getDb().run(
      sql`update interview set starts_at = '2026-12-01T12:00:00.000000Z' where id = ${ids[0]}`,
    );
    expect(await seen(actor)).toEqual([["prepare", "Prepare for Helio"]]);
    expect(await seen(await person())).toEqual([]);
    await expect(
      answerToday(await person(), { rule: "prepare", ids, answer: "done" }),
    ).rejects.toThrow(Invalid);
  });
});

describe("an opportunity", () => {
  const offer = (actor: Actor, values: object = {}) =>
    createOpportunity(actor, {
      ...blankOpportunity(),
      job_title: "Platform engineer",
      recruiter_name: "Rita Almeida",
      recruiter_company: "Fennel & Rowe",
      email_received_at: ago(2),
      ...values,
    });
  const note = (comment_type: string, days: number) => ({
    id: days,
    comment_type,
    comment_content: "x",
    commented_at: ago(days).replace(".000000Z", "+00:00"),
  });

  test("waits for an answer to the mail that made it", async () => {
    const actor = await person();
    const { id } = await offer(actor);
    expect(await items(actor)).toMatchObject([
      {
        rule: "answer",
        ids: [id],
        title: "Answer Rita Almeida",
        reason:
          "Fennel & Rowe, Platform engineer. They wrote 2 days ago, and you have not answered.",
        slips_on: "2026-12-01",
      },
    ]);
  });

  test.each([
    ["6 - Opportunity Ignored", [], false],
    ["5 - Showed Opportunity Interest", [["I e-mailed recruiter", 1]], false],
    ["5 - Showed Opportunity Interest", [["Phone Call Notes", 1]], false],
    ["5 - Showed Opportunity Interest", [["Note", 1]], true],
    ["5 - Showed Opportunity Interest", [["I e-mailed recruiter", 3]], true],
    ["1 - Actively Engaged", [], false],
    ["1 - Actively Engaged", [["Recruiter emailed Me", 1]], true],
    [
      "2 - Awaiting Feedback",
      [
        ["Recruiter emailed Me", 1],
        ["I e-mailed recruiter", 0],
      ],
      false,
    ],
    [
      "2 - Awaiting Feedback",
      [
        ["I e-mailed recruiter", 1],
        ["Recruiter emailed Me", 0],
      ],
      true,
    ],
    ["2.3 - Rejected", [["Recruiter emailed Me", 1]], false],
  ] as const)("of status %s with %j waits: %s", async (opportunity_status, notes, waits) => {
    const actor = await person();
    await offer(actor, {
      opportunity_status,
      comments: notes.map(([type, days]) => note(type, days)),
    });
    expect((await ruled(actor, "answer")).length > 0).toBe(waits);
  });

  test("does not wait once it is old, a posting, or its comments are no list", async () => {
    const actor = await person();
    await offer(actor, { email_received_at: ago(31) });
    expect(await seen(actor)).toEqual([]);
    for (const comments of ["text", 7, { a: 1 }, ["text", null, [1]]]) {
      await offer(actor, { comments });
    }
    expect(await ruled(actor, "answer")).toHaveLength(4);
  });

  test("returns with the next mail", async () => {
    const actor = await person();
    const { id } = await offer(actor);
    await answerToday(actor, { rule: "answer", ids: [id], answer: "done" });
    expect(await seen(actor)).toEqual([]);
    const comments = JSON.stringify([note("Recruiter emailed Me", 0)]);
    await getDb().run(sql`update email_opportunity set comments = ${comments} where id = ${id}`);
    expect(await ruled(actor, "answer")).toHaveLength(1);
  });
});

describe("silence", () => {
  test("of 21 days is one item, answered one by one, and taken back at once", async () => {
    const actor = await person();
    const ids: number[] = [];
    for (const [company_name, days] of [
      ["Kestrel", 40],
      ["Opal Labs", 30],
      ["Umber", 22],
      ["Fern", 21],
    ] as const) {
      ids.push((await posting(actor, { company_name, applied_at: ago(days) })).id);
    }
    const [quiet, ...more] = await items(actor);
    expect(more).toEqual([]);
    expect(quiet).toMatchObject({
      rule: "quiet",
      ids: ids.slice(0, 3),
      title: "Close 3 postings as no response",
      reason: "Quiet for more than 21 days: Kestrel, Opal Labs, Umber.",
    });
    const change = await answerToday(actor, {
      rule: "quiet",
      ids: ids.slice(0, 2),
      answer: "done",
    });
    expect((await ruled(actor, "quiet"))[0]?.ids).toEqual([ids[2]]);
    await takeBackToday(actor, change);
    expect((await ruled(actor, "quiet"))[0]?.ids).toEqual(ids.slice(0, 3));
  });

  test("is none where there was an answer, a follow-up is planned, or it is snoozed", async () => {
    const actor = await person();
    const old = { applied_at: ago(60) };
    const answered = await posting(actor, old);
    await updatePosting(actor, await getPosting(actor, answered.id), {
      rejected_after_stage: "Screening",
    });
    const planned = await posting(actor, old);
    await createFollowUp(actor, { what: "Ask", due_on: "2027-01-01", job_posting_id: planned.id });
    await posting(actor, { ...old, posting_status: "3 - Rejected" });
    const { id } = await posting(actor, old);
    expect((await ruled(actor, "quiet"))[0]?.ids).toEqual([id]);
    await answerToday(actor, { rule: "quiet", ids: [id], answer: "snooze", until: "2026-12-03" });
    at("2026-12-02");
    expect(await ruled(actor, "quiet")).toEqual([]);
    at("2026-12-03");
    expect((await ruled(actor, "quiet"))[0]?.ids).toEqual([id]);
  });

  test("is as long in the list of postings, which marks the same ones", async () => {
    const actor = await person();
    for (const [days, hours] of [
      [3, 0],
      [21, 23],
      [22, 0],
      [40, 1],
    ] as const)
      await posting(actor, { applied_at: ago(days, hours) });
    await posting(actor, { posting_status: "1 - Actively Engaged", applied_at: ago(50) });
    const [{ rows }, { quiet_after }] = await Promise.all([
      searchPostings(actor, postingFilter.parse({})),
      todayQueue(actor),
    ]);
    const shown = rows.flatMap(({ id, is_waiting, applied_at }) =>
      is_waiting && applied_at ? [{ id, ...daysWaiting(applied_at, quiet_after) }] : [],
    );
    expect(shown.map(({ days }) => days).sort((a, b) => a - b)).toEqual([3, 21, 22, 40]);
    const late = shown.filter(({ isLate }) => isLate).map(({ id }) => id);
    expect(late.sort()).toEqual((await ruled(actor, "quiet"))[0]?.ids.sort());
  });

  test("is measured by this person's own waits, once there are ten answers", async () => {
    const actor = await person();
    for (let n = 1; n <= 10; n += 1) {
      await posting(actor, {
        applied_at: ago(100),
        rejected_at: ago(100 - n),
        posting_status: "3 - Rejected",
      });
    }
    for (let n = 0; n < 40; n += 1) await posting(actor, { applied_at: ago(12) });
    const { quiet_after, items: queue } = await todayQueue(actor);
    expect(quiet_after).toMatchObject({ answers: 10, own: true });
    expect(quiet_after.days).toBeLessThan(12);
    expect(queue[0]?.reason).toMatch(
      /^Quiet for more than \d+ days, after which fewer than 1 in 20 answer you: /,
    );
  });

  test("after the last answer is known from the curve", () => {
    const step = (time: number, survival: number, events: number) => ({
      time,
      survival,
      events,
      at_risk: 100,
      censored: 0,
      error: 0,
      low: 0,
      high: 0,
    });
    expect(quietAfterOf([step(3, 0.9, 9)])).toMatchObject({ days: 21, own: false });
    const curve = [step(3, 0.9, 10), step(8, 0.82, 8), step(20, 0.8, 2), step(90, 0.8, 0)];
    // Of those open after 8 days, 1 - 0.8 / 0.82 = 2.4 % are answered.
    expect(quietAfterOf(curve)).toMatchObject({ days: 8, own: true });
    // One late answer of the last that is left says nothing of the others.
    const late = { ...step(148, 0, 1), at_risk: 1 };
    expect(quietAfterOf([...curve, late])).toMatchObject({ days: 8, own: true });
    expect(quietAfterOf([step(5, 0.5, 10), step(9, 0, 10)])).toMatchObject({ days: 9 });
  });
});

describe("the queue", () => {
  test("asks for follow-ups that are due and sites to look at again", async () => {
    const actor = await person();
    const { id } = await posting(actor, { applied_at: ago(1) });
    await createFollowUp(actor, { what: "Write", due_on: "2026-11-27", job_posting_id: id });
    await createFollowUp(actor, { what: "Call", due_at: "2026-11-30T15:00:00.000000Z" });
    await createFollowUp(actor, { what: "Later", due_on: "2026-12-01" });
    const site = await createSite(actor, { site_name: "Dice", last_visited_at: ago(8) });
    await setCadence(actor, await getSite(actor, site.id), 7);
    expect((await items(actor)).map(({ title, reason }) => [title, reason])).toEqual([
      ["Write", "Due 3 days ago. About Helio."],
      ["Call", "Due today at 16:00."],
      ["Look at Dice again", "You last looked 8 days ago, and look every 7 days."],
    ]);
  });

  test("can be emptied, and what was snoozed returns on its day", async () => {
    const actor = await person();
    const made = await createFollowUp(actor, { what: "Write", due_on: today });
    const answer = (until: string) =>
      answerToday(actor, { rule: "follow_up", ids: [made.id], answer: "snooze", until });
    await expect(answer(today)).rejects.toThrow(Invalid);
    const change = await answer("2026-12-03");
    expect(await seen(actor)).toEqual([]);
    at("2026-12-03");
    expect(await seen(actor)).toEqual([["follow_up", "Write"]]);
    await takeBackToday(actor, change);
    expect((await items(actor))[0]?.slips_on).toBe(today);
    const done: TodayAnswer = { rule: "follow_up", ids: [made.id], answer: "done" };
    await expect(answerToday(await person(), done)).rejects.toThrow(Forbidden);
    await answerToday(actor, done);
    expect(await seen(actor)).toEqual([]);
  });

  test("is in one order, whatever order it was found in", () => {
    const item = fc.record({
      rule: fc.constantFrom(...rules),
      ids: fc.tuple(fc.integer({ min: 1, max: 99 })),
      slips_on: fc.integer({ min: -30, max: 30 }).map((days) => addDays(today, days)),
      slips_at: fc.option(
        fc.integer({ min: 0, max: 99 }).map((hours) => toStored(noon + hours * 3_600_000)),
      ),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.nat(), (found, turn) => {
        const queue = inOrder(found as unknown as TodayItem[]);
        const turned = [...found.slice(turn % 12), ...found.slice(0, turn % 12)];
        expect(inOrder(turned as unknown as TodayItem[])).toEqual(queue);
        const places = queue.map(({ rule }) => ["prepare", "", "quiet", "look"].indexOf(rule));
        const ranks = places.map((place) => (place < 0 ? 1 : place));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const middle = queue.filter((_, n) => ranks[n] === 1).map(({ slips_on }) => slips_on);
        expect(middle).toEqual(middle.toSorted());
      }),
    );
  });
});
