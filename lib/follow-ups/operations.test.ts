import { beforeAll, expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);
let [token, other] = ["", ""];

beforeAll(async () => {
  [token, other] = [await tokenOf(send, "hunter"), await tokenOf(send, "other")];
});

const add = (json: object) => send("POST", "/api/follow_up/", { token, json });
const merge = { "content-type": "application/merge-patch+json" };
const patch = (path: string, json: object) =>
  send("PATCH", path, { token, body: JSON.stringify(json), headers: merge });
const ids = async (query: string) =>
  ((await send("GET", `/api/follow_up/?${query}`, { token })).body as { id: number }[]).map(
    ({ id }) => id,
  );

test("is added, read, changed, closed, listed by its day and thrown away", async () => {
  const made = await add({ what: "Write to Robin", due_on: "2190-06-10", closed_at: "2020-01-01" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    what: "Write to Robin",
    due_on: "2190-06-10",
    due_at: null,
    state: "open",
    snoozed_until: null,
    repeat_days: null,
    job_posting_id: null,
    closed_at: null,
  });
  const path = made.headers.get("location") ?? "";
  const { id } = made.body as { id: number };
  expect(await ids("due_on__lte=2190-06-10&due_on__gte=2190-06-10&state=open")).toEqual([id]);
  expect(await ids("due_on__lt=2190-06-10&due_on__gt=2190-01-01")).toEqual([]);
  expect((await send("GET", "/api/follow_up/?due_on=soon", { token })).status).toBe(400);
  expect((await patch(path, { state: "done" })).status).toBe(204);
  expect((await send("GET", path, { token })).body).toMatchObject({
    state: "done",
    closed_at: expect.stringMatching(/^20\d\d-/),
  });
  expect((await patch(path, { state: "open", snoozed_until: "2190-06-12" })).status).toBe(204);
  expect((await send("GET", path, { token })).body).toMatchObject({
    closed_at: null,
    snoozed_until: "2190-06-12",
  });
  expect(
    (await send("PUT", path, { token, json: { what: "Call", due_on: "2190-06-11" } })).status,
  ).toBe(204);
  expect((await send("GET", path, { token })).body).toMatchObject({
    what: "Call",
    due_on: "2190-06-11",
    snoozed_until: null,
  });
  expect((await send("GET", path, { token: other })).status).toBe(403);
  expect((await send("DELETE", path, { token })).status).toBe(204);
  expect((await send("GET", path, { token })).status).toBe(404);
  expect((await send("POST", `/api/trash/follow_up/${id}/restore`, { token })).status).toBe(204);
  expect((await send("GET", path, { token })).status).toBe(200);
});

test("says all that is wrong with it at once", async () => {
  const wrong = { due_on: "1900-01-01", repeat_days: 400, state: "later", job_posting_id: 99 };
  const { status, body } = await add(wrong);
  expect(status).toBe(400);
  expect(body).toEqual({
    what: ["This field is required."],
    due_on: ["Give a day from 1970-01-01 to 2200-12-31."],
    repeat_days: ["Give a number of days from 1 to 365."],
    state: ["Give one of these: open, done, dismissed."],
    job_posting_id: ['Invalid pk "99" - object does not exist.'],
  });
});

test("today's queue has it with its reason, and an answer takes it out", async () => {
  const made = await add({ what: "Ask again", due_on: "2024-06-10" });
  const { id } = made.body as { id: number };
  const queue = async () =>
    ((await send("GET", "/api/today/", { token })).body as { items: object[] }).items;
  expect(await queue()).toEqual([
    {
      rule: "follow_up",
      ids: [id],
      subject: null,
      title: "Ask again",
      reason: expect.stringMatching(/^Due \d+ days ago\.$/),
      slips_on: "2024-06-10",
      slips_at: null,
      answers: ["done", "snooze", "dismiss"],
    },
  ]);
  const answer = (json: object, as = token) =>
    send("POST", "/api/today/answer/", { token: as, json });
  const done = { rule: "follow_up", ids: [id], answer: "done" };
  expect((await answer(done, other)).status).toBe(403);
  expect((await answer({ ...done, answer: "snooze", until: "2020-01-01" })).body).toEqual({
    until: ["Give a day after today."],
  });
  expect((await answer({ rule: "quiet", ids: [99], answer: "done" })).status).toBe(400);
  expect((await answer(done)).status).toBe(204);
  expect(await queue()).toEqual([]);
});
