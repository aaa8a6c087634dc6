import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { securityEvent, user } from "../../../db/schema/accounts.ts";
import { operations } from "../../api.ts";
import { apiOf, tokenOf } from "../../http/testing.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { type Actor, mintActor } from "../auth/actor.ts";
import { logFailedAttempt, logSecurityEvent, purgeSecurityEvents } from "../security-log.ts";
import { promote } from "../users/commands.ts";
import { activityCursor, activityPage } from "./queries.ts";

freshDatabase();

const send = apiOf(operations);
const headers = { "user-agent": "curl/8.5.0", "x-forwarded-for": "192.0.2.7" };
const old = "Str0ng!Passw0rd";
const fresh = "An0ther!Passw0rd";
let token = "";
let ada: Actor;

async function kinds(actor = ada): Promise<string[]> {
  const { rows } = await activityPage(actor, {});
  return rows.map(({ kind }) => kind);
}

beforeAll(async () => {
  token = await tokenOf(send, "ada");
  const [row] = await getDb().select().from(user).where(eq(user.username, "ada"));
  if (!row) throw new Error("there is no ada");
  ada = mintActor(row, "browser", "UTC");
});

test("logs every change of access with its address, and no secret", async () => {
  const made = await send("POST", "/api/personal_token/", {
    token,
    headers,
    json: { name: "calendar script", scopes: ["read"] },
  });
  const { id, token: secret } = made.body as { id: number; token: string };
  await send("DELETE", `/api/personal_token/${id}`, { token, headers });
  const change = (json: object) =>
    send("PUT", "/api/custom_user/update/", { token, headers, json });
  await change({ email: "ada@example.net" });
  await change({ email: "ada@example.net", first_name: "Ada" });
  await change({ password: fresh });
  const pair = await send("POST", "/api/token/", {
    headers,
    json: { username: "ada", password: fresh },
  });
  await send("POST", "/api/auth/logout/", {
    headers,
    json: { refresh: (pair.body as { refresh: string }).refresh },
  });
  await promote("ada");
  await send("POST", "/api/token/", { headers, json: { username: "ada", password: old } });
  await vi.waitFor(async () => expect((await kinds()).at(0)).toBe("sign_in_failed"));

  expect(await kinds()).toEqual([
    "sign_in_failed",
    "admin_made",
    "signed_out",
    "signed_in",
    "password_changed",
    "email_changed",
    "token_revoked",
    "token_made",
    "signed_in",
    "account_made",
  ]);
  const { rows } = await activityPage(ada, {});
  expect(rows.find(({ kind }) => kind === "token_made")).toMatchObject({
    subject: "calendar script",
    address: "192.0.2.7",
    user_agent: "curl/8.5.0",
  });
  for (const told of [secret, token, old, fresh]) expect(JSON.stringify(rows)).not.toContain(told);
});

test("is read by its owner alone, and paged over the API", async () => {
  const got = await send("GET", "/api/security_event/?limit=2&ordering=-id", { token });
  const events = got.body as { kind: string; happened_at: string }[];
  expect(events.map(({ kind }) => kind)).toEqual(["sign_in_failed", "admin_made"]);
  expect(events[0]?.happened_at).toMatch(/[+-]\d\d:\d\d$|Z$/);
  expect(got.headers.get("link")).toContain('rel="next"');
  const other = await tokenOf(send, "bo");
  const list = await send("GET", "/api/security_event/", { token: other });
  expect((list.body as { kind: string }[]).map(({ kind }) => kind)).toEqual([
    "account_made",
    "signed_in",
  ]);
});

test("logs nothing for a request with a token", async () => {
  const before = (await kinds()).length;
  for (let i = 0; i < 5; i += 1) await send("GET", "/api/me/", { token, headers });
  expect(await kinds()).toHaveLength(before);
});

test("cannot be flooded by guessing", async () => {
  const actor = await newActor();
  for (let i = 0; i < 60; i += 1) {
    await logFailedAttempt(actor.user_id, "sign_in_failed", { address: `192.0.2.${i % 40}` });
  }
  expect(await kinds(actor)).toHaveLength(20);
  const again = await newActor();
  for (let i = 0; i < 5; i += 1) {
    await logFailedAttempt(again.user_id, "sign_in_failed", { address: "192.0.2.7" });
  }
  expect(await kinds(again)).toHaveLength(1);
});

test("is paged both ways, and purged after a year", async () => {
  const actor = await newActor();
  for (let i = 0; i < 5; i += 1) {
    await logSecurityEvent(actor.user_id, "token_made", {}, String(i));
  }
  const names = async (place: object) => {
    const page = await activityPage(actor, activityCursor.parse(place), 2);
    return { ...page, rows: page.rows.map(({ subject }) => subject) };
  };
  const first = await names({ before: "nonsense" });
  expect(first).toMatchObject({ rows: ["4", "3"], newer: undefined });
  const second = await names({ before: String(first.older) });
  expect(second.rows).toEqual(["2", "1"]);
  expect((await names({ before: String(second.older) })).older).toBeUndefined();
  expect(await names({ after: String(second.newer) })).toMatchObject({
    rows: ["4", "3"],
    newer: undefined,
  });

  await getDb()
    .update(securityEvent)
    .set({ happened_at: "2020-01-01T00:00:00.000000Z" })
    .where(eq(securityEvent.subject, "0"));
  await purgeSecurityEvents();
  expect((await activityPage(actor, {})).rows.map(({ subject }) => subject)).toEqual([
    "4",
    "3",
    "2",
    "1",
  ]);
});
