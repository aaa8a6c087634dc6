import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { operations } from "../api.ts";
import { apiOf, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

freshDatabase();
const send = apiOf(operations);
let token = "";
let stranger = "";

beforeAll(async () => {
  token = await tokenOf(send, "hunter");
  stranger = await tokenOf(send, "stranger");
  await getDb().run(sql`update user set time_zone = 'Europe/Berlin'`);
});

async function post(path: string, json: object, who = token) {
  const { status, body } = await send("POST", path, { token: who, json });
  return { status, body: body as Record<string, unknown> };
}

const read = async (path: string) =>
  (await send("GET", path, { token })).body as Record<string, unknown>;

const patch = (path: string, json: object) =>
  send("PATCH", path, {
    token,
    body: JSON.stringify(json),
    headers: { "content-type": "application/merge-patch+json" },
  });

async function newPosting(fields: object = {}, who = token): Promise<number> {
  const site = await post("/api/job_site/", { site_name: "Board" }, who);
  const made = await post(
    "/api/job_posting/",
    { job_site_id: site.body.id, company_name: "Fern", job_description: "x", ...fields },
    who,
  );
  return Number(made.body.id);
}

const newOffer = async () =>
  Number(
    (
      await post("/api/email_opportunity/", {
        job_title: "Data engineer",
        opportunity_status: "2 - Awaiting Feedback",
        recruiter_name: "R",
        recruiter_company: "C",
      })
    ).body.id,
  );

const start = "2026-12-01T14:00:00+01:00";

describe("/api/interview/", () => {
  test("adds an hour in the person's zone, where only a start is given", async () => {
    const job_posting_id = await newPosting();
    const { status, body } = await post("/api/interview/", { job_posting_id, starts_at: start });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      job_posting_id,
      email_opportunity_id: null,
      starts_at: start,
      ends_at: "2026-12-01T15:00:00+01:00",
      time_zone: "Europe/Berlin",
      kind: "",
      outcome: "",
    });
    expect((await read(`/api/job_posting/${job_posting_id}`)).interviewed_at).toBe(start);
    expect(await read("/api/interview/?search=Berlin")).toEqual([]);
  });

  test("moves as long as it was, and keeps what is not sent", async () => {
    const job_posting_id = await newPosting();
    const made = await post("/api/interview/", {
      job_posting_id,
      starts_at: start,
      ends_at: "2026-12-01T14:45:00+01:00",
      time_zone: "Asia/Tokyo",
      kind: "Panel with five people",
    });
    const path = `/api/interview/${made.body.id}`;
    expect((await patch(path, { starts_at: "2026-12-03T09:30:00+01:00" })).status).toBe(204);
    expect(await read(path)).toMatchObject({
      ends_at: "2026-12-03T10:15:00+01:00",
      time_zone: "Asia/Tokyo",
      kind: "Panel with five people",
    });
    await patch(path, { ends_at: null, time_zone: null });
    expect(await read(path)).toMatchObject({
      ends_at: "2026-12-03T10:30:00+01:00",
      time_zone: "Europe/Berlin",
    });
  });

  test.each<[object, object]>([
    [{}, { starts_at: ["This field is required."] }],
    [
      { starts_at: start, ends_at: "2026-12-01T13:59:00+01:00" },
      { ends_at: ["It ends before it starts."] },
    ],
    [
      { starts_at: start, time_zone: "Mars/Olympus" },
      { time_zone: ["That is no time zone. Give its IANA name, like Europe/Berlin."] },
    ],
    [{ starts_at: "1900-01-01T10:00" }, { starts_at: ["Give a year from 1970 to 2100."] }],
    [{ starts_at: "9998-01-01T10:00" }, { starts_at: ["Give a year from 1970 to 2100."] }],
    [{ starts_at: start, outcome: "Maybe" }, { outcome: [expect.stringContaining("Waiting")] }],
    [
      { starts_at: start, kind: "x".repeat(33) },
      { kind: ["Ensure this field has no more than 32 characters."] },
    ],
    // The clock skips this hour in Berlin.
    [{ starts_at: "2026-03-29T02:30:00" }, { starts_at: [expect.stringContaining("timezone")] }],
  ])("says what is wrong with %j", async (fields, errors) => {
    const { status, body } = await post("/api/interview/", {
      job_posting_id: await newPosting(),
      ...fields,
    });
    expect([status, body]).toEqual([400, errors]);
  });

  test("reads an hour that an autumn night has twice as its first", async () => {
    const { body } = await post("/api/interview/", {
      job_posting_id: await newPosting(),
      starts_at: "2026-10-25T02:30:00",
    });
    expect(body.starts_at).toBe("2026-10-25T02:30:00+02:00");
    expect(body.ends_at).toBe("2026-10-25T02:30:00+01:00");
  });

  test("is about one thing of the person's own", async () => {
    const [job_posting_id, email_opportunity_id] = [await newPosting(), await newOffer()];
    const add = (json: object) => post("/api/interview/", { starts_at: start, ...json });
    expect((await add({})).body.non_field_errors).toHaveLength(1);
    expect((await add({ job_posting_id, email_opportunity_id })).status).toBe(400);
    const theirs = await newPosting({}, stranger);
    const sentence = `Invalid pk "${theirs}" - object does not exist.`;
    expect((await add({ job_posting_id: theirs })).body).toEqual({ job_posting_id: [sentence] });
    const { body } = await add({ email_opportunity_id });
    const path = `/api/interview/${body.id}`;
    expect((await patch(path, { job_posting_id: theirs })).status).toBe(400);
    expect((await patch(path, { email_opportunity_id: null })).status).toBe(400);
    await patch(path, { job_posting_id });
    expect(await read(path)).toMatchObject({ job_posting_id, email_opportunity_id: null });
    expect((await read(`/api/job_posting/${job_posting_id}`)).interviewed_at).toBe(start);
    await patch(path, { email_opportunity_id });
    expect((await read(`/api/job_posting/${job_posting_id}`)).interviewed_at).toBeNull();
  });
});

describe("interviewed_at of a posting", () => {
  test("takes all that it stood for along as null, and one undo brings them back", async () => {
    const job_posting_id = await newPosting({ interviewed_at: "2026-11-02T10:00:00+01:00" });
    await post("/api/interview/", { job_posting_id, starts_at: start });
    await post("/api/interview/", {
      job_posting_id,
      starts_at: "2026-12-09T10:00:00+01:00",
      outcome: "Cancelled",
    });
    const path = `/api/job_posting/${job_posting_id}`;
    expect((await read(path)).interviewed_at).toBe(start);
    await patch(path, { interviewed_at: null });
    expect((await read(path)).interviewed_at).toBeNull();
    const events = (await read(`${path}/events`)) as unknown as { kind: string }[];
    expect(events.filter(({ kind }) => kind === "interview")).toHaveLength(1);
    const trash = (await read("/api/trash/")) as unknown as { kind: string; id: number }[];
    const gone = trash.filter(({ kind }) => kind === "interview");
    expect(gone).toHaveLength(2);
    await post(`/api/trash/interview/${gone[0]?.id}/restore`, {});
    expect((await read(path)).interviewed_at).toBe(start);
    expect(await read("/api/trash/")).toEqual([]);
  });

  test("moves the interview that it stood for, which stays what it was", async () => {
    const job_posting_id = await newPosting();
    const { body } = await post("/api/interview/", {
      job_posting_id,
      starts_at: start,
      ends_at: "2026-12-01T16:00:00+01:00",
      kind: "Team Interview",
      place: "Room 5",
    });
    await patch(`/api/job_posting/${job_posting_id}`, {
      interviewed_at: "2026-12-02T09:00:00+01:00",
    });
    expect(await read(`/api/interview/${body.id}`)).toMatchObject({
      starts_at: "2026-12-02T09:00:00+01:00",
      ends_at: "2026-12-02T11:00:00+01:00",
      kind: "Team Interview",
      place: "Room 5",
    });
  });
});

test("an interview in the trash comes back with its posting where that lies there too", async () => {
  const job_posting_id = await newPosting();
  const { body } = await post("/api/interview/", { job_posting_id, starts_at: start });
  await send("DELETE", `/api/interview/${body.id}`, { token });
  await post("/api/interview/", { job_posting_id, starts_at: "2026-12-08T14:00:00+01:00" });
  await send("DELETE", `/api/job_posting/${job_posting_id}`, { token });
  const trash = (await read("/api/trash/")) as unknown as { kind: string }[];
  expect(trash.map(({ kind }) => kind)).toEqual(["job_posting", "interview"]);
  await post(`/api/trash/interview/${body.id}/restore`, {});
  expect(await read("/api/trash/")).toEqual([]);
  expect((await read(`/api/job_posting/${job_posting_id}`)).interviewed_at).toBe(
    "2026-12-08T14:00:00+01:00",
  );
  expect(await read("/api/interview/?ordering=-id&limit=2")).toHaveLength(2);
});

test("a posting has up to 500 interviews, those in the trash not counted", async () => {
  const job_posting_id = await newPosting();
  await getDb().run(sql`insert into interview (user_id, job_posting_id, starts_at, deleted_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 510)
    select user_id, id, '2026-11-01T10:00:00.000000Z', iif(i > 499, '2026-11-02T10:00:00.000000Z', null)
    from job_posting, n where id = ${job_posting_id}`);
  const add = () => post("/api/interview/", { starts_at: start, job_posting_id });
  expect((await add()).status).toBe(201);
  const refused = await add();
  expect(refused.status).toBe(409);
  expect(JSON.stringify(refused.body)).toContain("500 interviews already");
  // Another person's posting is none of theirs, however many it has.
  const { body } = await post("/api/interview/", { starts_at: start, job_posting_id }, stranger);
  expect(body).toEqual({
    job_posting_id: [`Invalid pk "${job_posting_id}" - object does not exist.`],
  });
});
