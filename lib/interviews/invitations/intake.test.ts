import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { operations } from "../../api.ts";
import { apiOf, tokenOf } from "../../http/testing.ts";
import { freshDatabase } from "../../testing.ts";

freshDatabase();
const send = apiOf(operations);
let token = "";
let posting = 0;

beforeAll(async () => {
  token = await tokenOf(send, "invited");
  await getDb().run(sql`update user set time_zone = 'Europe/Berlin'`);
});

const newPosting = async () => {
  const json = { json: { site_name: "Board" }, token };
  const site = (await send("POST", "/api/job_site/", json)).body as { id: number };
  const fields = { job_site_id: site.id, company_name: "Fern", job_description: "x" };
  const made = await send("POST", "/api/job_posting/", { json: fields, token });
  return (made.body as { id: number }).id;
};

beforeEach(async () => {
  posting = await newPosting();
  await getDb().run(sql`delete from interview`);
});

type Event = { hour?: number; sequence?: number; uid?: string; more?: string };

const vevent = ({ hour = 10, sequence = 0, uid = "one@fern.example", more = "" }: Event) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSEQUENCE:${sequence}\r\nSUMMARY:Technical interview\r\nDTSTART;TZID=America/New_York:20261201T${hour}0000\r\nDTEND;TZID=America/New_York:20261201T${hour}4500\r\n${more}END:VEVENT\r\n`;

const calendar = (events: Event[], method = "REQUEST") =>
  `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\n${events.map(vevent).join("")}END:VCALENDAR\r\n`;

const post = (path: string, body: string, type = "text/calendar") =>
  send("POST", path, { token, body, headers: { "content-type": type } });

async function take(body: string, to = posting) {
  const { status, body: answer } = await post(`/api/job_posting/${to}/invitation`, body);
  const { interviews = [], detail } = answer as {
    interviews?: { what: string }[];
    detail?: string;
  };
  return status === 200 ? interviews.map(({ what }) => what) : detail;
}

const interviews = async () =>
  (await send("GET", "/api/interview/", { token })).body as Record<string, unknown>[];

test("an invitation becomes an interview, an update moves it, a cancellation calls it off", async () => {
  const link = "LOCATION:https://zoom.us/j/1\r\n";
  expect(await take(calendar([{ more: link }]))).toEqual(["added"]);
  expect(await interviews()).toMatchObject([
    {
      job_posting_id: posting,
      starts_at: "2026-12-01T16:00:00+01:00",
      ends_at: "2026-12-01T16:45:00+01:00",
      time_zone: "America/New_York",
      kind: "Code Test",
      place: "",
      url: "https://zoom.us/j/1",
      invitation_uid: "one@fern.example",
    },
  ]);
  expect(await take(calendar([{ more: link }]))).toEqual(["known"]);
  expect(await take(calendar([{ hour: 12, sequence: 2 }]))).toEqual(["moved"]);
  expect(await take(calendar([{ hour: 11, sequence: 1 }]))).toEqual(["older"]);
  expect(await interviews()).toMatchObject([{ starts_at: "2026-12-01T18:00:00+01:00" }]);
  expect(await take(calendar([{ hour: 12, sequence: 3 }], "CANCEL"))).toEqual(["called off"]);
  expect(await interviews()).toMatchObject([{ outcome: "Cancelled" }]);
  const found = await send("GET", `/api/job_posting/${posting}`, { token });
  expect(found.body).toMatchObject({ interviewed_at: null });
  expect(await take(calendar([{ hour: 13, sequence: 4 }]))).toEqual(["moved"]);
  expect(await interviews()).toMatchObject([{ outcome: "" }]);
});

test("versions that come at the same moment are one interview, and the newest counts", async () => {
  const versions = [3, 1, 4, 2].map((sequence) => calendar([{ sequence, hour: 10 + sequence }]));
  await Promise.all(versions.map((version) => take(version)));
  expect(await interviews()).toMatchObject([
    { invitation_sequence: 4, starts_at: "2026-12-01T20:00:00+01:00" },
  ]);
});

test("two versions in one file are the newer one, and the rounds of a day are several", async () => {
  const versions = [{ hour: 14, sequence: 1 }, { hour: 10 }];
  expect(await take(calendar([...versions, { uid: "two@fern.example", hour: 15 }]))).toEqual([
    "added",
    "added",
  ]);
  expect((await interviews()).map(({ starts_at }) => starts_at).sort()).toEqual([
    "2026-12-01T20:00:00+01:00",
    "2026-12-01T21:00:00+01:00",
  ]);
});

test.each<[string, string, RegExp]>([
  ["an answer", calendar([{}], "REPLY"), /an answer to an invitation/],
  ["a cancellation of nothing", calendar([{}], "CANCEL"), /not here/],
  ["another century", calendar([{}]).replaceAll("20261201", "18261201"), /1970 to 2100/],
  ["a calendar without events", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", /no event/],
  [
    "a whole calendar",
    calendar(Array.from({ length: 21 }, (_, at) => ({ uid: `${at}` }))),
    /21 events/,
  ],
])("%s is refused in words", async (_, body, words) => {
  expect(await take(body)).toMatch(words);
  expect(await interviews()).toEqual([]);
});

test("reading writes nothing, and keeps to its size and its types", async () => {
  const path = "/api/interview/read/";
  expect(await post(path, calendar([{}]))).toMatchObject({
    status: 200,
    body: {
      events: [
        {
          uid: "one@fern.example",
          method: "REQUEST",
          sequence: 0,
          summary: "Technical interview",
          starts_at: "2026-12-01T16:00:00+01:00",
          ends_at: "2026-12-01T16:45:00+01:00",
          time_zone: "America/New_York",
          place: "",
          url: "",
          people: [],
        },
      ],
    },
  });
  const days =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\nEND:VCALENDAR";
  expect((await post(path, days)).body).toMatchObject({ events: [{ starts_at: "2026-12-01" }] });
  expect(await interviews()).toEqual([]);
  const large = await post(path, "x".repeat(5 * 1_048_576 + 1));
  expect([large.status, large.body]).toEqual([413, { detail: "The body is larger than 5 MB." }]);
  expect((await post(path, "{}", "application/json")).status).toBe(415);
  expect((await post(path, "hello")).status).toBe(400);
});
