import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { type MailServer, startMailServer } from "../../../scripts/mail-server.ts";
import { operations } from "../../api.ts";
import { apiOf } from "../../http/testing.ts";
import { freshDatabase } from "../../testing.ts";
import { type Actor, mintActor } from "../auth/actor.ts";
import { RateLimitExceeded } from "../auth/rate-limits.ts";
import { requestReset } from "../resets/commands.ts";
import { findResetPerson } from "../resets/queries.ts";
import { updateProfile } from "../users/commands.ts";
import { registerPerson } from "../users/registration.ts";
import { resendVerification, verifyEmail } from "./commands.ts";

freshDatabase();

const scratch = mkdtempSync(join(tmpdir(), "foothold-addresses-"));
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer(scratch);
  Object.assign(process.env, {
    SMTP_URL: server.url,
    MAIL_FROM: "jobs@example.org",
    PUBLIC_URL: "https://jobs.example.org",
    RATE_LIMITS: "on",
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function register(username: string): Promise<Actor> {
  const { id } = await registerPerson({
    username,
    email: `${username}@example.org`,
    first_name: "A",
    last_name: "B",
    password: "Steady!Ground7",
  });
  return mintActor({ id, is_staff: false, time_zone: null }, "browser", "UTC");
}

const provedAt = async ({ user_id }: Actor) =>
  (await getDb().select().from(user).where(eq(user.id, user_id))).at(0)?.email_verified_at;

/** The keys that were sent to an address, once there are so many. */
async function keysTo(address: string, count = 1, path = "address"): Promise<string[]> {
  const form = new RegExp(`/${path}/([\\w-]{43})`);
  const keys = () =>
    server
      .received()
      .flatMap(({ to, text }) => (to === address ? (form.exec(text)?.[1] ?? []) : []));
  await vi.waitFor(() => expect(keys()).toHaveLength(count), 10_000);
  return keys();
}

test("is requested after registration, and verified once by the link", async () => {
  const ada = await register("ada");
  const [key = ""] = await keysTo("ada@example.org");
  expect(await provedAt(ada)).toBeNull();
  await verifyEmail(key, {});
  expect(await provedAt(ada)).not.toBeNull();
  await expect(verifyEmail(key, {})).rejects.toThrow("used already");
});

test("must be verified again after a change: the old address is told, and its links end", async () => {
  const bo = await register("bo");
  const [old = ""] = await keysTo("bo@example.org");
  await requestReset("bo", {});
  const [reset = ""] = await keysTo("bo@example.org", 1, "reset");
  await getDb().update(user).set({ email_verified_at: "2024-01-01T00:00:00.000000Z" });
  await updateProfile(bo, { email: "bo@example.net" }, {});
  expect(await provedAt(bo)).toBeNull();
  expect(await findResetPerson(reset)).toBeUndefined();
  await expect(verifyEmail(old, {})).rejects.toThrow("used already");
  const [fresh = ""] = await keysTo("bo@example.net");
  await vi.waitFor(
    () =>
      expect(
        server
          .received()
          .some(({ to, subject }) => to === "bo@example.org" && /another/.test(subject)),
      ).toBe(true),
    10_000,
  );
  await verifyEmail(fresh, {});
  expect(await provedAt(bo)).not.toBeNull();
  await updateProfile(bo, { email: "bo@example.net", bio: "hello" }, {});
  expect(await provedAt(bo)).not.toBeNull();
});

test("is requested again at most three times an hour", async () => {
  const cy = await register("cy");
  await keysTo("cy@example.org");
  for (let i = 0; i < 3; i += 1) await resendVerification(cy);
  await expect(resendVerification(cy)).rejects.toThrow(RateLimitExceeded);
  const keys = await keysTo("cy@example.org", 4);
  const tries = await Promise.allSettled(keys.map((key) => verifyEmail(key, {})));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("is not changed by a personal token", async () => {
  await register("di");
  const send = apiOf(operations);
  const login = { username: "di", password: "Steady!Ground7" };
  const pair = await send("POST", "/api/token/", { json: login });
  const { access } = pair.body as { access: string };
  const made = await send("POST", "/api/personal_token/", {
    token: access,
    json: { name: "script", scopes: ["read", "write"] },
  });
  const { token } = made.body as { token: string };
  const move = (by: string) =>
    send("PUT", "/api/custom_user/update/", { token: by, json: { email: "di@example.net" } });
  expect((await move(token)).status).toBe(403);
  expect((await move(access)).status).toBe(200);
});
