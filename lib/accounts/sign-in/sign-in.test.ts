import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { operations } from "../../api.ts";
import { apiOf, tokenOf } from "../../http/testing.ts";
import { freshDatabase } from "../../testing.ts";
import { type Actor, mintActor } from "../auth/actor.ts";
import { codeAt } from "../second-factor/codes.ts";
import { confirmFactor, startFactor } from "../second-factor/commands.ts";
import { getFactor } from "../second-factor/queries.ts";
import { activityPage } from "../security-events/queries.ts";

process.env.RATE_LIMITS = "on";
freshDatabase();
const send = apiOf(operations);
const password = "Str0ng!Passw0rd";

let people = 0;
let actor: Actor;
let username = "";
let secret = "";
let codes: string[] = [];

beforeEach(async () => {
  people += 1;
  username = `sly${people}`;
  await tokenOf(send, username);
  const [row] = await getDb().select().from(user).where(eq(user.username, username));
  if (!row) throw new Error("nobody was registered");
  actor = mintActor(row, "browser", "UTC");
  await startFactor(actor);
  const begun = await getFactor(actor);
  secret = begun.state === "started" ? begun.secret : "";
  const before = Date.now() - 60_000;
  codes = await confirmFactor(actor, codeAt(secret, before), {}, before);
});

const ask = (path: string, more: object = {}, address = `10.9.0.${people}`) =>
  send("POST", path, {
    json: { username, password, ...more },
    headers: { "x-forwarded-for": address },
  });

test("a password alone gets no tokens where there is a second factor", async () => {
  const sentence = expect.stringContaining("asks for a code");
  const wrong = [{}, { otp: "" }, { otp: null }, { otp: "000000" }, { otp: ["x"] }, { otp: {} }];
  for (const more of wrong) {
    const token = await ask("/api/token/", more);
    expect([token.status, token.body]).toEqual([400, { detail: sentence }]);
  }
  const login = await ask("/api/auth/login/");
  expect([login.status, login.body]).toEqual([401, { error: sentence }]);
  const refused = await ask("/api/token/", { password: "Wr0ng!Passw0rd", otp: codes[0] });
  expect(refused.body).toEqual({ detail: "Invalid credentials." });
  const { rows } = await activityPage(actor, {});
  expect(rows.map(({ kind }) => kind)).toContain("code_failed");
});

test("an app's code gets tokens once, also as a number; so does a recovery code", async () => {
  const code = codeAt(secret, Date.now());
  const first = await ask("/api/auth/login/", { otp: Number(code) });
  expect(first.body).toMatchObject({ access: expect.any(String), user: { username } });
  expect((await ask("/api/token/", { otp: code })).status).toBe(400);
  const recovery = { otp: codes[4]?.toUpperCase() };
  expect((await ask("/api/token/", recovery)).status).toBe(200);
  expect((await ask("/api/token/", recovery)).status).toBe(400);
});

test("guesses of a code are limited for each person, whatever the address", async () => {
  const answers = [];
  for (let i = 0; i < 11; i++) {
    answers.push((await ask("/api/token/", { otp: `00000${i % 10}` }, `10.8.0.${i}`)).status);
  }
  expect(answers).toEqual([...Array(10).fill(400), 429]);
  const other = await tokenOf(send, `${username}-other`);
  expect((await send("GET", "/api/me/", { token: other })).status).toBe(200);
});
