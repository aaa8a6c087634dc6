import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { secondFactor, user } from "../../../db/schema/accounts.ts";
import { freshDatabase } from "../../testing.ts";

freshDatabase();
afterEach(() => vi.unstubAllEnvs());

const password = "Str0ng!Passw0rd";
const oidc = {
  OIDC_ISSUER: "https://sso.example.org",
  OIDC_CLIENT_ID: "foothold",
  OIDC_CLIENT_SECRET: "a secret of two",
};

// The environment is read once per module, so each setting gets modules of its own.
async function houseWith(settings: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { operations } = await import("../../api.ts");
  const { apiOf, tokenOf } = await import("../../http/testing.ts");
  return { send: apiOf(operations), tokenOf };
}

test("PASSWORD_SIGN_IN=off is refused at the start where there is no other way in", async () => {
  await houseWith({ PASSWORD_SIGN_IN: "off" });
  const { env } = await import("../../env.ts");
  expect(env).toThrow("PASSWORD_SIGN_IN: off needs OIDC_ISSUER");
});

test("PASSWORD_SIGN_IN=off lets no password in, nor makes or resets one", async () => {
  const before = await houseWith({});
  await before.tokenOf(before.send, "quiet");
  const { send } = await houseWith({ ...oidc, PASSWORD_SIGN_IN: "off" });
  const json = { username: "quiet", password };
  const off = expect.stringContaining("turned off here");
  for (const [path, status, body] of [
    ["/api/token/", 400, { detail: off }],
    ["/api/auth/login/", 401, { error: off }],
  ] as const) {
    const refused = await send("POST", path, { json });
    expect([refused.status, refused.body]).toEqual([status, body]);
  }
  const names = { first_name: "A", last_name: "B", email: "new@example.org" };
  const made = await send("POST", "/api/auth/register/", {
    json: { ...json, ...names, username: "newcomer" },
  });
  expect(made.status).toBe(403);
  const { checkCredentials } = await import("../auth/credentials.ts");
  expect(await checkCredentials("quiet", password, new Headers())).toBeNull();
  // Whoever holds the machine makes a link, and nobody else does.
  const { createResetLink, createResetLinkByUsername, resetPassword } = await import(
    "../resets/commands.ts"
  );
  const { mintActor } = await import("../auth/actor.ts");
  const [row] = await getDb().select().from(user).where(eq(user.username, "quiet"));
  const admin = mintActor({ id: row?.id ?? 0, is_staff: true, time_zone: null }, "browser", "UTC");
  await expect(createResetLink(admin, row?.id ?? 0, {})).rejects.toThrow();
  const key = (await createResetLinkByUsername("quiet")) ?? "";
  expect(await resetPassword(key, "Other#Ground88", {})).toBe(row?.id);
});

test.each([
  ["off", true, 200],
  ["admins", true, 403],
  ["admins", false, 200],
  ["all", false, 403],
])(
  "REQUIRE_SECOND_FACTOR=%s: without one, an admin (%s) gets %i",
  async (required, is_staff, status) => {
    const { send, tokenOf } = await houseWith({ REQUIRE_SECOND_FACTOR: required });
    const username = `lacking-${required}-${is_staff}`;
    const token = await tokenOf(send, username);
    const mine = eq(user.username, username);
    await getDb().update(user).set({ is_staff }).where(mine);
    const [row] = await getDb().select().from(user).where(mine);
    const user_id = row?.id ?? 0;
    const { mintActor } = await import("../auth/actor.ts");
    const { createToken } = await import("../auth/personal-tokens.ts");
    const actor = mintActor({ id: user_id, is_staff, time_zone: null }, "api", "UTC");
    const personal = await createToken(actor, { name: "script", scopes: ["read"] }, {});
    for (const each of [token, personal.token])
      expect((await send("GET", "/api/me/", { token: each })).status).toBe(status);
    const at = "2026-01-01T00:00:00.000000Z";
    await getDb().insert(secondFactor).values({ user_id, secret: "x", confirmed_at: at });
    for (const each of [token, personal.token])
      expect((await send("GET", "/api/me/", { token: each })).status).toBe(200);
  },
);
