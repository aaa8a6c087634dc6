import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { oneTimeLink, securityEvent, user } from "../../../db/schema/accounts.ts";
import { type MailServer, startMailServer } from "../../../scripts/mail-server.ts";
import { Forbidden, Invalid, NotFound } from "../../errors.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { mintActor } from "../auth/actor.ts";
import { sessionIdOf } from "../auth/cookie.ts";
import { checkCredentials } from "../auth/credentials.ts";
import { hashPassword } from "../auth/passwords.ts";
import { actorOfSession, openSession } from "../auth/sessions.ts";
import {
  createResetLink,
  createResetLinkByUsername,
  requestReset,
  resetPassword,
} from "./commands.ts";
import { findResetPerson } from "./queries.ts";

freshDatabase();

const scratch = mkdtempSync(join(tmpdir(), "foothold-resets-"));
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

const old = "Steady!Ground7";
const fresh = "Other#Ground88";
let seen = 0;
beforeEach(() => {
  seen = server.received().length;
});
const arrived = () => server.received().slice(seen);
/** Letters with a link; what tells of a change may still come from the test before. */
const links = () => arrived().filter(({ subject }) => subject === "A new password for Foothold");
const keyIn = (text = "") => /\/reset\/([\w-]{43})/.exec(text)?.[1] ?? "";

let people = 0;
async function newPerson(values: Partial<typeof user.$inferInsert> = {}) {
  people += 1;
  const actor = await newActor();
  const email = `person${people}@example.org`;
  const [row] = await getDb()
    .update(user)
    .set({ email, email_key: email, password: await hashPassword(old), ...values })
    .where(eq(user.id, actor.user_id))
    .returning();
  if (!row) throw new Error("there is nobody");
  return { ...row, actor };
}

const kindsOf = async (id: number) => {
  const rows = await getDb().select().from(securityEvent).where(eq(securityEvent.user_id, id));
  return rows.map(({ kind }) => kind);
};

test("sends a link that sets a new password once, ends open sessions, and notifies the person", async () => {
  const { id, username, email } = await newPerson();
  const open = sessionIdOf(await openSession(id, {}));
  await requestReset(email.toUpperCase(), { address: "192.0.2.7" });
  expect(arrived()).toMatchObject([{ to: email, subject: "A new password for Foothold" }]);
  const key = keyIn(arrived()[0]?.text);
  expect((await findResetPerson(key))?.username).toBe(username);
  expect((await findResetPerson(key))?.username).toBe(username);
  const kept = JSON.stringify(await getDb().select().from(oneTimeLink));
  expect(kept).not.toContain(key);

  await expect(resetPassword(key, "weak", {})).rejects.toThrow(Invalid);
  await resetPassword(key, fresh, { user_agent: "curl/8" });
  await expect(resetPassword(key, old, {})).rejects.toThrow("used already");
  expect(await findResetPerson(key)).toBeUndefined();
  expect(await actorOfSession(open)).toBeNull();
  expect(await checkCredentials(username, old, new Headers())).toBeNull();
  expect(await checkCredentials(username, fresh, new Headers())).toMatchObject({ id });
  await vi.waitFor(() => expect(arrived()).toHaveLength(2), 5_000);
  expect(arrived()[1]).toMatchObject({ to: email, subject: "Your Foothold password was changed" });
  expect(arrived()[1]?.text).not.toContain(fresh);
  expect(await kindsOf(id)).toEqual(
    expect.arrayContaining(["reset_asked", "password_reset", "sign_in_failed"]),
  );
});

test("sets it once when two use the link at the same moment", async () => {
  const { id, username } = await newPerson();
  const key = (await createResetLinkByUsername(username)) ?? "";
  const tries = await Promise.allSettled([
    resetPassword(key, fresh, {}),
    resetPassword(key, `${fresh}!`, {}),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await kindsOf(id)).filter((kind) => kind === "password_reset")).toHaveLength(1);
});

test("sends nothing to an unknown or deactivated person, or one without an address", async () => {
  const { username: away } = await newPerson({ is_active: false });
  const { username: silent } = await newPerson({ email: "", email_key: null });
  for (const who of ["nobody-at-all", "", away, silent]) await requestReset(who, {});
  expect(links()).toEqual([]);
});

test("sends each to their own address where one's name is another's address", async () => {
  const victim = await newPerson();
  const other = await newPerson({ username: victim.email });
  await requestReset(victim.email, {});
  expect(
    links()
      .map(({ to }) => to)
      .sort(),
  ).toEqual([victim.email, other.email].sort());
  expect(new Set(links().map(({ text }) => keyIn(text))).size).toBe(2);
});

test("sends three mails an hour to one person, and only the newest link works", async () => {
  const { username } = await newPerson();
  for (let i = 0; i < 5; i += 1) await requestReset(username, {});
  expect(links()).toHaveLength(3);
  const good = await Promise.all(links().map(({ text }) => findResetPerson(keyIn(text))));
  expect(good.map((person) => person?.username)).toEqual([undefined, undefined, username]);
});

test("refuses a link that expired, has another purpose, or is a deactivated person's", async () => {
  const { id, username } = await newPerson();
  const ended = async (values: Partial<typeof oneTimeLink.$inferInsert>) => {
    const key = (await createResetLinkByUsername(username)) ?? "";
    await getDb().update(oneTimeLink).set(values).where(eq(oneTimeLink.user_id, id));
    await expect(resetPassword(key, fresh, {})).rejects.toThrow("too old");
    expect(await findResetPerson(key)).toBeUndefined();
  };
  await ended({ expires_at: "2024-01-01T00:00:00.000000Z" });
  await ended({ purpose: "address" });
  await getDb().delete(oneTimeLink).where(eq(oneTimeLink.user_id, id));
  const key = (await createResetLinkByUsername(username)) ?? "";
  await getDb().update(user).set({ is_active: false }).where(eq(user.id, id));
  await expect(resetPassword(key, fresh, {})).rejects.toThrow("too old");
});

test("is made for another by an admin alone, whose name the person sees", async () => {
  const { id, actor, username } = await newPerson();
  await expect(createResetLink(actor, id, {})).rejects.toThrow(Forbidden);
  const { actor: plain, username: name } = await newPerson({ username: "the-admin" });
  const admin = mintActor({ id: plain.user_id, is_staff: true, time_zone: null }, "browser", "UTC");
  await expect(createResetLink(admin, 999_999, {})).rejects.toThrow(NotFound);
  const key = await createResetLink(admin, id, {});
  const events = await getDb().select().from(securityEvent).where(eq(securityEvent.user_id, id));
  expect(events).toMatchObject([{ kind: "reset_link_made", subject: name }]);
  await resetPassword(key, fresh, {});
  expect(await checkCredentials(username, fresh, new Headers())).toMatchObject({ id });
});
