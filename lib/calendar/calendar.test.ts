import { sql } from "drizzle-orm";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { followUp, interview } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { operations } from "../api.ts";
import { toStored } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { createPosting } from "../postings/commands.ts";
import { createSite } from "../sites/commands.ts";
import { actorNamed, freshDatabase } from "../testing.ts";
import { movePlanned } from "./move.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
let token: string;
let actor: Actor;
let posting: number;

beforeAll(async () => {
  token = await tokenOf(send, "robin");
  actor = await actorNamed("robin");
  const site = await createSite(actor, { site_name: "Careers" });
  const made = await createPosting(actor, {
    job_site_id: site.id,
    company_name: "Fern & Field; Söhne, \\ Co.",
    posting_title: "Gardener",
  });
  posting = made.id;
});

const year = new Date().getUTCFullYear();
const at = (text: string) => toStored(Date.parse(text));

type NewInterview = Partial<typeof interview.$inferInsert>;

async function addInterview(values: NewInterview = {}): Promise<number> {
  const starts_at = values.starts_at ?? at(`${year}-06-01T09:30:00Z`);
  const [row] = await getDb()
    .insert(interview)
    .values({ user_id: actor.user_id, job_posting_id: posting, ...values, starts_at })
    .returning({ id: interview.id });
  if (!row) throw new Error("no interview was added");
  return row.id;
}

async function openFeed(json: object = {}) {
  const body = { name: "My phone", contains: ["interviews", "follow_ups"], ...json };
  const made = await send("POST", "/api/calendar_feed/", { token, json: body });
  expect(made.status).toBe(201);
  const { id, url } = made.body as { id: number; url: string };
  const path = new URL(url).pathname;
  return { id, url, path, read: () => send("GET", path) };
}

const componentsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");

const eventOf = (text: string, kind: string, id: number) => {
  const found = componentsOf(text).find((each) =>
    String(each.getFirstPropertyValue("uid")).startsWith(`${kind}-${id}-`),
  );
  if (!found) throw new Error(`${kind} ${id} is not in the feed`);
  return found;
};

// On both sides of each change of clocks, north and south, with rules that ended and ones that follow the moon.
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Africa/Casablanca",
];

describe("times", () => {
  test.each(zones)(
    "are right in two foreign parsers on both sides of each change of clocks: %s",
    async (zone) => {
      const months = Array.from({ length: 15 }, (_, n) =>
        at(new Date(Date.UTC(year, n, 28, 12, 15)).toISOString()),
      );
      const ids = await Promise.all(
        months.map((starts_at) =>
          addInterview({
            starts_at,
            ends_at: toStored(Date.parse(starts_at) + 3_600_000),
            time_zone: zone,
          }),
        ),
      );
      const { text } = await (await openFeed()).read();
      const root = new ICAL.Component(ICAL.parse(text));
      for (const each of root.getAllSubcomponents("vtimezone"))
        ICAL.TimezoneService.register(new ICAL.Timezone(each));
      const parsed = nodeIcal.sync.parseICS(text);
      const starts = ids.map((id) => {
        const event = eventOf(text, "interview", id);
        expect(event.getFirstProperty("dtstart")?.getParameter("tzid")).toBe(zone);
        const start = event.getFirstPropertyValue("dtstart") as ICAL.Time;
        const other = parsed[String(event.getFirstPropertyValue("uid"))] as VEvent;
        expect(other.start.getTime()).toBe(start.toJSDate().getTime());
        expect(other.end?.getTime()).toBe(start.toJSDate().getTime() + 3_600_000);
        // RFC 5545, 3.8.7: in UTC.
        expect(String(event.getFirstPropertyValue("dtstamp"))).toMatch(/Z$/);
        return toStored(start.toJSDate().getTime());
      });
      ICAL.TimezoneService.reset();
      expect(starts).toEqual(months);
      await getDb().delete(interview);
    },
  );

  test("a day without a time is a whole day", async () => {
    const id = await addInterview({ starts_at: dayValue(`${year}-10-25`) });
    const event = eventOf((await (await openFeed()).read()).text, "interview", id);
    expect(event.getFirstPropertyValue("dtstart")?.toString()).toBe(`${year}-10-25`);
    expect(event.getFirstPropertyValue("dtend")?.toString()).toBe(`${year}-10-26`);
  });
});

describe("an event", () => {
  test("keeps its UID, counts its changes, and is cancelled when it is deleted", async () => {
    const id = await addInterview({ kind: "Team Interview", place: "Room 4, 2nd floor" });
    const feed = await openFeed({ alarm_minutes: 30 });
    const first = eventOf((await feed.read()).text, "interview", id);
    expect(first.getFirstPropertyValue("summary")).toBe(
      "Team interview · Fern & Field; Söhne, \\ Co.",
    );
    expect(first.getFirstPropertyValue("location")).toBe("Room 4, 2nd floor");
    expect(first.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(first.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger")?.toString()).toBe(
      "-PT30M",
    );
    await getDb().run(sql`update interview set starts_at = ${at(`${year}-06-02T08:00:00Z`)},
      updated_at = ${toStored(Date.now() + 5_000)} where id = ${id}`);
    const moved = eventOf((await feed.read()).text, "interview", id);
    expect(moved.getFirstPropertyValue("uid")).toBe(first.getFirstPropertyValue("uid"));
    expect(Number(moved.getFirstPropertyValue("sequence"))).toBeGreaterThan(
      Number(first.getFirstPropertyValue("sequence")),
    );
    await getDb().run(
      sql`update interview set deleted_at = ${toStored(Date.now() + 9_000)} where id = ${id}`,
    );
    const gone = eventOf((await feed.read()).text, "interview", id);
    expect(gone.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(gone.getFirstSubcomponent("valarm")).toBeNull();
    expect(Number(gone.getFirstPropertyValue("sequence"))).toBeGreaterThan(
      Number(moved.getFirstPropertyValue("sequence")),
    );
  });

  test("of something to do stands on its day, or where it was put off to", async () => {
    const due = { user_id: actor.user_id, due_on: `${year}-07-03` };
    const [plain, later, done] = await getDb()
      .insert(followUp)
      .values([
        { ...due, what: "Call Ada", job_posting_id: posting },
        { ...due, what: "Write to Lee", snoozed_until: `${year}-07-09` },
        { ...due, what: "Done already", state: "done" },
      ])
      .returning({ id: followUp.id });
    const { text } = await (await openFeed()).read();
    const startOf = (id = 0) =>
      eventOf(text, "follow_up", id).getFirstPropertyValue("dtstart")?.toString();
    expect([startOf(plain?.id), startOf(later?.id)]).toEqual([`${year}-07-03`, `${year}-07-09`]);
    expect(() => startOf(done?.id)).toThrow();
    expect(eventOf(text, "follow_up", plain?.id ?? 0).getFirstPropertyValue("url")).toBe(
      `http://localhost:3000/postings/${posting}`,
    );
  });
});

describe("the file of one interview", () => {
  test("is the event of the feed, with its zone, and counts its moves", async () => {
    const id = await addInterview({
      kind: "Team Interview",
      starts_at: at(`${year}-10-20T12:00:00Z`),
      ends_at: at(`${year}-10-20T13:00:00Z`),
      time_zone: "Europe/Berlin",
    });
    await addInterview({ kind: "Screening" });
    const read = () => send("GET", `/api/interview/${id}/calendar/`, { token });
    const file = await read();
    expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain(`interview-${id}.ics`);
    expect(componentsOf(file.text)).toHaveLength(1);
    expect(file.text).toContain("TZID:Europe/Berlin");
    const inFeed = eventOf((await (await openFeed()).read()).text, "interview", id);
    const first = eventOf(file.text, "interview", id);
    expect(first.toString()).toBe(inFeed.toString());
    const created = toStored(Date.now() - 60_000);
    await getDb().update(interview).set({ created_at: created }).where(sql`id = ${id}`);
    await movePlanned(actor, { kind: "interview", id, day: `${year}-10-28` });
    const moved = eventOf((await read()).text, "interview", id);
    const parsed = nodeIcal.sync.parseICS((await read()).text);
    const event = parsed[String(moved.getFirstPropertyValue("uid"))] as VEvent;
    // Berlin has left summer time by then, and the time of its wall stays.
    expect(event.start.toISOString()).toBe(`${year}-10-28T13:00:00.000Z`);
    expect(moved.getFirstPropertyValue("uid")).toBe(first.getFirstPropertyValue("uid"));
    expect(Number(moved.getFirstPropertyValue("sequence"))).toBeGreaterThan(
      Number(first.getFirstPropertyValue("sequence")),
    );
  });

  test("is nobody else's", async () => {
    const id = await addInterview();
    const path = `/api/interview/${id}/calendar/`;
    expect((await send("GET", path)).status).toBe(401);
    const stranger = await tokenOf(send, "file-stranger");
    expect((await send("GET", path, { token: stranger })).status).toBe(403);
    expect((await send("GET", "/api/interview/999999/calendar/", { token })).status).toBe(404);
  });
});

describe("an address", () => {
  test("holds what was chosen alone, and of its person alone", async () => {
    await addInterview();
    const stranger = await tokenOf(send, "stranger");
    const json = { name: "Theirs", contains: ["interviews"] };
    const made = await send("POST", "/api/calendar_feed/", { token: stranger, json });
    const theirs = await send("GET", new URL((made.body as { url: string }).url).pathname);
    expect(componentsOf(theirs.text)).toEqual([]);
    const { text } = await (await openFeed({ contains: ["follow_ups"] })).read();
    expect(text).not.toContain("interview-");
    expect(text).toContain("follow_up-");
  });

  test("is shown once, kept as a hash, stored nowhere on the way, and unknown once it is removed", async () => {
    const { id, path, url, read } = await openFeed();
    const answer = await read();
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const secret = path.split("/").at(-1)?.replace(".ics", "") ?? "";
    const listed = await send("GET", "/api/calendar_feed/", { token });
    expect(listed.text).not.toContain(secret);
    expect(url).toContain(secret);
    const rows = await getDb().all(sql`select * from calendar_feed`);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect((await send("DELETE", `/api/calendar_feed/${id}`, { token })).status).toBe(204);
    expect((await read()).status).toBe(404);
    expect((await send("GET", "/api/calendar/nothing.ics")).status).toBe(404);
  });

  test("is refused where its person is no longer let in, or has as many as may be", async () => {
    const { read } = await openFeed();
    await getDb().run(sql`update user set is_active = 0 where id = ${actor.user_id}`);
    expect((await read()).status).toBe(404);
    await getDb().run(sql`update user set is_active = 1 where id = ${actor.user_id}`);
    const json = { name: "One more", contains: ["interviews"] };
    let made = await send("POST", "/api/calendar_feed/", { token, json });
    for (let n = 0; n < 20 && made.status === 201; n += 1)
      made = await send("POST", "/api/calendar_feed/", { token, json });
    expect(made.body).toEqual({
      non_field_errors: ["You have 20 addresses. Remove one that you no longer need."],
    });
  });

  test("says what is wrong", async () => {
    const json = { name: "", contains: ["salaries"], alarm_minutes: -1 };
    const { status, body } = await send("POST", "/api/calendar_feed/", { token, json });
    expect([status, body]).toEqual([
      400,
      {
        name: ["This field may not be blank."],
        contains: ["Choose among interviews, follow_ups, deadlines."],
        alarm_minutes: ["Choose between 0 and 10080 minutes."],
      },
    ]);
  });
});
