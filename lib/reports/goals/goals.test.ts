import { beforeAll, expect, test } from "vitest";
import { operations } from "../../api.ts";
import { apiOf, tokenOf } from "../../http/testing.ts";
import { freshDatabase } from "../../testing.ts";

freshDatabase();
const send = apiOf(operations);
const path = "/api/me/goals";
let token = "";
beforeAll(async () => {
  token = await tokenOf(send, "robin");
});

const goals = async () => (await send("GET", path, { token })).body;
const put = (json: object) => send("PUT", path, { token, json });

test("stores a person's goals, and keeps fields that are not sent", async () => {
  expect(await goals()).toEqual({ weekly_goal: null, rest_days: [6, 7] });
  expect((await put({ weekly_goal: 5, rest_days: [7, 3, 3] })).status).toBe(204);
  expect(await goals()).toEqual({ weekly_goal: 5, rest_days: [3, 7] });
  const headers = { "content-type": "application/merge-patch+json" };
  await send("PATCH", path, { token, json: { rest_days: [] }, headers });
  expect(await goals()).toEqual({ weekly_goal: 5, rest_days: [] });
  await put({ weekly_goal: null });
  expect(await goals()).toEqual({ weekly_goal: null, rest_days: [] });
});

test.each([
  [{ weekly_goal: 0 }, "weekly_goal"],
  [{ weekly_goal: -3 }, "weekly_goal"],
  [{ weekly_goal: 2.5 }, "weekly_goal"],
  [{ weekly_goal: 1e9 }, "weekly_goal"],
  [{ weekly_goal: "many" }, "weekly_goal"],
  [{ rest_days: [0] }, "rest_days"],
  [{ rest_days: [8] }, "rest_days"],
  [{ rest_days: ["Sunday"] }, "rest_days"],
  [{ rest_days: 6 }, "rest_days"],
  [{ rest_days: Array(101).fill(6) }, "rest_days"],
  [{ rest_days: "6,".repeat(500_000) }, "rest_days"],
  [{ rest_days: null }, "rest_days"],
  [{ rest_days: [1, 2, 3, 4, 5, 6, 7] }, "rest_days"],
])("refuses %j at its field", async (json, field) => {
  const { status, body } = await put(json);
  expect(status).toBe(400);
  expect(Object.keys(body as object)).toEqual([field]);
});

test("leaves the documented user unchanged", async () => {
  const { body } = await send("GET", "/api/me/", { token });
  expect(Object.keys(body as object)).toEqual([
    "id",
    "username",
    "email",
    "first_name",
    "last_name",
  ]);
});
