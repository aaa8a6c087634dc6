import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { oneTimeLink, user } from "../../../db/schema/accounts.ts";
import { operations } from "../../api.ts";
import { Forbidden, NotFound } from "../../errors.ts";
import { apiOf } from "../../http/testing.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { type Actor, mintActor } from "../auth/actor.ts";
import { hashLink } from "../one-time-links.ts";
import { registerPerson } from "../users/registration.ts";
import { invite, revokeInvitation } from "./commands.ts";
import { listInvitations } from "./queries.ts";

process.env.SIGN_UP = "closed";
freshDatabase();

let admin: Actor;
beforeAll(async () => {
  const { user_id } = await newActor();
  admin = mintActor({ id: user_id, is_staff: true, time_zone: null }, "browser", "UTC");
});

const account = (username: string) => ({
  username,
  email: `${username}@example.org`,
  first_name: "A",
  last_name: "B",
  password: "Steady!Ground7",
});
const named = (username: string) => getDb().select().from(user).where(eq(user.username, username));

test("admits one person where sign-up is closed, who is no admin", async () => {
  const invitation = await invite(admin, "ines@example.org", {});
  expect(await listInvitations(admin)).toMatchObject([{ email: "ines@example.org" }]);
  expect(JSON.stringify(await listInvitations(admin))).not.toContain(invitation);
  await registerPerson(account("ines"), { invitation });
  expect(await named("ines")).toMatchObject([{ is_staff: false }]);
  expect(await listInvitations(admin)).toEqual([]);
  await expect(registerPerson(account("tomas"), { invitation })).rejects.toThrow("used already");
  await expect(registerPerson(account("tomas"))).rejects.toThrow("Sign-up is closed here.");
  expect(await named("tomas")).toEqual([]);
});

test("admits one of several concurrent sign-ups", async () => {
  const invitation = await invite(admin, "", {});
  const names = ["a1", "a2", "a3", "a4"];
  const tries = await Promise.allSettled(
    names.map((name) => registerPerson(account(name), { invitation })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const rows = await Promise.all(names.map(named));
  expect(rows.flat()).toHaveLength(1);
});

test("is not used up by a form that is refused", async () => {
  const invitation = await invite(admin, "", {});
  const wrong = { ...account("rosa"), password: "weak" };
  await expect(registerPerson(wrong, { invitation })).rejects.toThrow("at least 12");
  await expect(registerPerson(account("ines"), { invitation })).rejects.toThrow("already exists");
  await registerPerson(account("rosa"), { invitation });
  expect(await named("rosa")).toHaveLength(1);
});

test("is refused once revoked, expired, or made for another purpose", async () => {
  const revoked = await invite(admin, "", {});
  await revokeInvitation(admin, hashLink(revoked), {});
  await expect(revokeInvitation(admin, hashLink(revoked), {})).rejects.toThrow(NotFound);
  const old = await invite(admin, "", {});
  await getDb()
    .update(oneTimeLink)
    .set({ expires_at: "2024-01-01T00:00:00.000000Z" })
    .where(eq(oneTimeLink.token_hash, hashLink(old)));
  const other = await invite(admin, "", {});
  await getDb()
    .update(oneTimeLink)
    .set({ purpose: "address" })
    .where(eq(oneTimeLink.token_hash, hashLink(other)));
  for (const invitation of [revoked, old, other, "", "nonsense"]) {
    await expect(registerPerson(account("zoe"), { invitation })).rejects.toThrow(Forbidden);
  }
  expect(await named("zoe")).toEqual([]);
});

test("is made, seen and revoked by admins alone", async () => {
  const other = await newActor();
  const key = await invite(admin, "", {});
  await expect(invite(other, "", {})).rejects.toThrow(Forbidden);
  await expect(listInvitations(other)).rejects.toThrow(Forbidden);
  await expect(revokeInvitation(other, hashLink(key), {})).rejects.toThrow(Forbidden);
});

test("changes nothing for the documented API, which stays closed", async () => {
  const invitation = await invite(admin, "", {});
  const send = apiOf(operations);
  const json = { ...account("api"), invitation };
  const got = await send("POST", "/api/auth/register/", { json });
  expect(got.status).toBe(403);
  expect(await named("api")).toEqual([]);
});
