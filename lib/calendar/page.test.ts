import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { followUp, interview } from "../../db/schema/people.ts";
import { event } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, formatInstant, parseInstant } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { answerFollowUp } from "../follow-ups/answers.ts";
import { createFollowUp } from "../follow-ups/commands.ts";
import { getFollowUp } from "../follow-ups/queries.ts";
import { createInterview } from "../interviews/commands.ts";
import { getInterview } from "../interviews/queries.ts";
import { createPosting, deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { createSite } from "../sites/commands.ts";
import { freshDatabase, newActor } from "../testing.ts";
import { isOver, partsByDay, placed, shownHours } from "./day-plan.ts";
import { movePlanned, takeBackMove } from "./move.ts";
import { maxPlanned, plannedBetween } from "./planned.ts";
import { calendarQuery, shownDays, turned } from "./view.ts";
import { firstWeekday } from "./week-start.ts";

freshDatabase();

const zone = "Europe/Berlin";
let actor: Actor;
let posting: number;

beforeEach(async () => {
  actor = await newActor("browser", zone);
  const site = await createSite(actor, { site_name: "Careers" });
  const made = await createPosting(actor, { job_site_id: site.id, company_name: "Fern & Field" });
  posting = made.id;
});

/** A wall time of a zone as it is stored. */
function at(wall: string, of = zone): string {
  const read = parseInstant(wall, of);
  if (!("value" in read)) throw new Error(`${wall} is no time in ${of}`);
  return read.value;
}

const addInterview = (starts_at: string, more: object = {}) =>
  createInterview(actor, { job_posting_id: posting, starts_at, ...more });

async function partsOf(days: string[]) {
  const { entries } = await plannedBetween(actor, days[0] ?? "", days.at(-1) ?? "");
  return partsByDay(entries, days, zone);
}

const startOf = async (id: number, of = zone) =>
  formatInstant((await getInterview(actor, id)).starts_at, of).slice(0, 16);

describe("the days of a view", () => {
  test("weeks begin as they do where the person is, across the year's end too", () => {
    expect(firstWeekday("Europe/Berlin")).toBe(1);
    expect(firstWeekday("America/New_York")).toBe(7);
    expect(firstWeekday("Asia/Kolkata")).toBe(7);
    expect(firstWeekday("Africa/Cairo")).toBe(6);
    expect(firstWeekday("UTC")).toBe(1);
    const week = shownDays("week", "2027-01-02", 1);
    expect([week[0], week.at(-1), week.length]).toEqual(["2026-12-28", "2027-01-03", 7]);
    expect(shownDays("week", "2027-01-02", 7)[0]).toBe("2026-12-27");
  });

  test("a month is shown in whole weeks, also one of four", () => {
    const february = shownDays("month", "2027-02-17", 1);
    expect([february[0], february.at(-1), february.length]).toEqual([
      "2027-02-01",
      "2027-02-28",
      28,
    ]);
    expect(shownDays("month", "2026-12-31", 1).length).toBe(35);
    expect(shownDays("month", "2026-11-30", 7).length).toBe(35);
    expect(shownDays("month", "2026-08-01", 1).length).toBe(42);
    expect(turned("month", "2027-01-31", 1)).toBe("2027-02-28");
    expect(turned("week", "2026-12-30", 1)).toBe("2027-01-06");
  });

  test("an address that says nonsense shows this week", () => {
    expect(calendarQuery.parse({ view: "year", day: "2026-13-40" })).toEqual({ view: "week" });
    expect(calendarQuery.parse({ view: ["day"], day: ["x"] })).toEqual({ view: "week" });
    expect(calendarQuery.parse({ day: "9999-01-01" })).toEqual({ view: "week" });
  });
});

describe("what is shown", () => {
  test("only what is on the days, the actor's own, and not in the trash", async () => {
    const { id } = await addInterview(at("2026-12-02T10:30"), { kind: "Screening" });
    await addInterview(at("2026-12-09T10:30"));
    await createFollowUp(actor, { what: "Ask", due_on: "2026-12-03", job_posting_id: posting });
    await createFollowUp(actor, { what: "Later", due_on: "2026-12-07" });
    const other = await newActor("browser", zone);
    await createFollowUp(other, { what: "Not yours", due_on: "2026-12-03" });
    const week = shownDays("week", "2026-12-02", 1);
    const parts = await partsOf(week);
    expect(parts.get("2026-12-02")).toMatchObject([
      {
        clock: "10:30",
        endClock: "11:30",
        entry: { id, title: "Fern & Field", note: "Screening" },
      },
    ]);
    expect(parts.get("2026-12-03")).toMatchObject([
      { from: null, entry: { title: "Ask", note: "Fern & Field" } },
    ]);
    expect([...parts.values()].flat()).toHaveLength(2);
    await deletePosting(actor, await getPosting(actor, posting));
    expect([...(await partsOf(week)).values()].flat()).toEqual([]);
  });

  test("a snoozed follow-up stands where it returns, and one that is done nowhere", async () => {
    const row = await createFollowUp(actor, { what: "Ask", due_on: "2026-12-01" });
    const found = await getFollowUp(actor, row.id);
    await answerFollowUp(actor, found, { snoozed_until: "2026-12-04" });
    const days = shownDays("week", "2026-12-02", 1);
    const parts = await partsOf(days);
    expect(days.filter((day) => parts.get(day)?.length)).toEqual(["2026-12-04"]);
    await answerFollowUp(actor, await getFollowUp(actor, row.id), { state: "done" });
    expect([...(await partsOf(days)).values()].flat()).toEqual([]);
  });

  test("midnight, past midnight, several days, and a day without a time each have their place", async () => {
    const days = shownDays("week", "2026-12-02", 1);
    await addInterview(at("2026-12-02T00:00"), { kind: "Midnight" });
    const late = { kind: "Late", ends_at: at("2026-12-04T01:30") };
    await addInterview(at("2026-12-03T23:00"), late);
    await addInterview(at("2026-12-03T22:00"), {
      kind: "To midnight",
      ends_at: at("2026-12-04T00:00"),
    });
    await addInterview(at("2026-11-28T09:00"), { kind: "Long", ends_at: at("2026-12-01T12:00") });
    await addInterview(dayValue("2026-12-06"), { kind: "Some time" });
    const parts = await partsOf(days);
    const shown = days.map((day) =>
      parts.get(day)?.map(({ entry, from, to }) => [entry.note, from, to]),
    );
    expect(shown).toEqual([
      [["Long", null, 1440]],
      [["Long", 0, 720]],
      [["Midnight", 0, 60]],
      [
        ["To midnight", 1320, 1440],
        ["Late", 1380, 1440],
      ],
      [["Late", 0, 90]],
      [],
      [["Some time", null, 0]],
    ]);
    expect(shownHours([...parts.values()].flat())).toEqual({ first: 0, last: 24 });
    expect(shownHours([])).toEqual({ first: 8, last: 18 });
  });

  test("the hours are those of the wall on days when the clocks change", async () => {
    const spring = { ends_at: at("2026-03-29T03:30") };
    await addInterview(at("2026-03-29T01:30"), spring);
    // From 02:30 in summer time to 02:15 in winter time: three quarters of an hour.
    await addInterview("2026-10-25T00:30:00.000000Z", { ends_at: "2026-10-25T01:15:00.000000Z" });
    const [gap] = (await partsOf(["2026-03-29"])).get("2026-03-29") ?? [];
    expect(gap).toMatchObject({ clock: "01:30", endClock: "03:30", from: 90, to: 210 });
    const [twice] = (await partsOf(["2026-10-25"])).get("2026-10-25") ?? [];
    expect(twice).toMatchObject({ clock: "02:30", endClock: "02:15", from: 150, to: 195 });
  });

  test("a day value is on its day in zones beyond noon of UTC", async () => {
    const far = await newActor("browser", "Pacific/Kiritimati");
    const site = await createSite(far, { site_name: "Board" });
    const { id } = await createPosting(far, { job_site_id: site.id });
    await createInterview(far, { job_posting_id: id, starts_at: dayValue("2026-12-06") });
    const on = async (day: string) => {
      const { entries } = await plannedBetween(far, day, day);
      return partsByDay(entries, [day], "Pacific/Kiritimati").get(day)?.length;
    };
    expect([await on("2026-12-05"), await on("2026-12-06"), await on("2026-12-07")]).toEqual([
      0, 1, 0,
    ]);
  });

  test("what overlaps stands side by side, three at most", async () => {
    const clocks = ["10:00", "10:15", "10:30", "10:45", "11:30"];
    for (const clock of clocks) await addInterview(at(`2026-12-02T${clock}`));
    const parts = (await partsOf(["2026-12-02"])).get("2026-12-02") ?? [];
    const { placed: shown, left } = placed(parts);
    expect(shown.map(({ part, column, columns }) => [part.clock, column, columns])).toEqual([
      ["10:00", 0, 3],
      ["10:15", 1, 3],
      ["10:30", 2, 3],
      ["11:30", 0, 1],
    ]);
    expect(left.map(({ clock }) => clock)).toEqual(["10:45"]);
  });

  test("a day of two hundred is read, and a page is bounded", async () => {
    const rows = Array.from({ length: maxPlanned + 5 }, (_, at) => ({
      user_id: actor.user_id,
      what: `Ask ${at}`,
      due_on: at < 200 ? "2026-12-02" : "2026-12-03",
    }));
    for (let from = 0; from < rows.length; from += 500)
      await getDb()
        .insert(followUp)
        .values(rows.slice(from, from + 500));
    const one = await plannedBetween(actor, "2026-12-02", "2026-12-02");
    expect([one.entries.length, one.isWhole]).toEqual([200, true]);
    const both = await plannedBetween(actor, "2026-12-02", "2026-12-03");
    expect([both.entries.length, both.isWhole]).toEqual([maxPlanned, false]);
  });

  test("deadlines stand on their day, of what is still to be applied to or answered", async () => {
    const add = (company_name: string, posting_status: string, deadline = "2026-12-02") =>
      createPosting(actor, { site_name: "Board", company_name, posting_status, deadline });
    await add("Larch", "5 - Saved");
    await add("Fern", "0.5 - Offer");
    await add("Elm", "4 - No Response");
    await add("Ash", "5 - Saved", "2026-12-03");
    const { entries } = await plannedBetween(actor, "2026-12-02", "2026-12-02");
    expect(entries.map(({ kind, title }) => [kind, title])).toEqual([
      ["posting_deadline", "Closes: Larch"],
      ["posting_deadline", "Answer the offer: Fern"],
    ]);
  });

  test("what is over is told from what is to come", async () => {
    await addInterview(at("2026-12-02T10:30"));
    await createFollowUp(actor, { what: "Ask", due_on: "2026-12-02" });
    const parts = (await partsOf(["2026-12-02"])).get("2026-12-02") ?? [];
    const over = (moment: string, today: string) =>
      parts.map((part) => isOver(part, moment, today));
    expect(over(at("2026-12-02T11:00"), "2026-12-02")).toEqual([false, false]);
    expect(over(at("2026-12-02T11:30"), "2026-12-02")).toEqual([false, true]);
    expect(over(at("2026-12-03T00:00"), "2026-12-03")).toEqual([true, true]);
  });
});

describe("moving", () => {
  test("an interview keeps its time and length on another day; posting and log follow", async () => {
    const { id } = await addInterview(at("2026-10-22T10:30"), { ends_at: at("2026-10-22T12:00") });
    const change = await movePlanned(actor, { kind: "interview", id, day: "2026-10-27" });
    const row = await getInterview(actor, id);
    expect(row).toMatchObject({
      starts_at: at("2026-10-27T10:30"),
      ends_at: at("2026-10-27T12:00"),
    });
    expect((await getPosting(actor, posting)).interviewed_at).toBe(row.starts_at);
    const logged = await getDb().select().from(event).where(eq(event.interview_id, id));
    expect(logged.map(({ occurred_at }) => occurred_at)).toEqual([row.starts_at]);
    await takeBackMove(actor, change);
    expect(await getInterview(actor, id)).toMatchObject({
      starts_at: at("2026-10-22T10:30"),
      ends_at: at("2026-10-22T12:00"),
    });
  });

  test("it keeps the time of its own zone, where the clocks change on another day", async () => {
    const time_zone = "America/New_York";
    const { id } = await addInterview(at("2026-10-22T10:00", time_zone), { time_zone });
    await movePlanned(actor, { kind: "interview", id, day: "2026-10-28" });
    expect([await startOf(id, time_zone), await startOf(id)]).toEqual([
      "2026-10-28T10:00",
      "2026-10-28T15:00",
    ]);
    // Where that would be another day of the person's, it is on the day that was chosen.
    const late = await addInterview(at("2026-10-28T23:30"), { time_zone });
    await movePlanned(actor, { kind: "interview", id: late.id, day: "2026-11-03" });
    expect((await startOf(late.id)).slice(0, 10)).toBe("2026-11-03");
  });

  test("a time is one of the person's zone, and one that the clock skips is refused", async () => {
    const { id } = await addInterview(at("2026-03-27T10:30"));
    await movePlanned(actor, { kind: "interview", id, day: "2026-03-28", clock: "14:15" });
    expect(await startOf(id)).toBe("2026-03-28T14:15");
    const skipped = movePlanned(actor, {
      kind: "interview",
      id,
      day: "2026-03-29",
      clock: "02:30",
    });
    await expect(skipped).rejects.toThrow("The clock skips this hour on that day.");
    expect(await startOf(id)).toBe("2026-03-28T14:15");
  });

  test("a day without a time moves as one, and gets a time where one is given", async () => {
    const { id } = await addInterview(dayValue("2026-12-02"));
    await movePlanned(actor, { kind: "interview", id, day: "2026-12-04" });
    expect((await getInterview(actor, id)).starts_at).toBe(dayValue("2026-12-04"));
    const change = await movePlanned(actor, {
      kind: "interview",
      id,
      day: "2026-12-04",
      clock: "09:00",
    });
    expect(await getInterview(actor, id)).toMatchObject({
      starts_at: at("2026-12-04T09:00"),
      ends_at: at("2026-12-04T10:00"),
    });
    await takeBackMove(actor, change);
    expect(await getInterview(actor, id)).toMatchObject({
      starts_at: dayValue("2026-12-04"),
      ends_at: null,
    });
  });

  test("a follow-up keeps its time, is snoozed no more, and comes back whole", async () => {
    const due_at = at("2026-12-02T09:30");
    const { id } = await createFollowUp(actor, { what: "Ask", due_on: "2026-12-02", due_at });
    const found = await getFollowUp(actor, id);
    await answerFollowUp(actor, found, { snoozed_until: "2026-12-05" });
    const before = await getFollowUp(actor, id);
    const change = await movePlanned(actor, { kind: "follow_up", id, day: "2026-12-02" });
    expect(await getFollowUp(actor, id)).toMatchObject({
      due_on: "2026-12-02",
      due_at,
      snoozed_until: null,
    });
    await takeBackMove(actor, change);
    const { updated_at: _, ...kept } = before;
    expect(await getFollowUp(actor, id)).toMatchObject(kept);
    const later = await movePlanned(actor, { kind: "follow_up", id, day: "2026-12-09" });
    expect(later.to).toBe(at("2026-12-09T09:30"));
    expect(await getFollowUp(actor, id)).toMatchObject({ due_on: "2026-12-09", due_at: later.to });
  });

  test("an older move is not taken back, and what is done does not move", async () => {
    const { id } = await addInterview(at("2026-12-02T10:30"));
    const first = await movePlanned(actor, { kind: "interview", id, day: "2026-12-03" });
    await movePlanned(actor, { kind: "interview", id, day: "2026-12-04" });
    await expect(takeBackMove(actor, first)).rejects.toThrow("It was changed meanwhile.");
    const row = await createFollowUp(actor, { what: "Ask", due_on: "2026-12-02", state: "done" });
    const done = movePlanned(actor, { kind: "follow_up", id: row.id, day: "2026-12-03" });
    await expect(done).rejects.toThrow("It is done already.");
  });

  test("another person's is not moved", async () => {
    const { id } = await addInterview(at("2026-12-02T10:30"));
    const other = await newActor("browser", zone);
    const move = movePlanned(other, { kind: "interview", id, day: addDays("2026-12-02", 1) });
    await expect(move).rejects.toMatchObject({ code: "forbidden" });
    const [row] = await getDb().select().from(interview).where(eq(interview.id, id));
    expect(row?.starts_at).toBe(at("2026-12-02T10:30"));
  });
});
