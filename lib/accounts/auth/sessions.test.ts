import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { session, user } from "../../../db/schema/accounts.ts";
import { toStored } from "../../dates.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { authenticateBearer, issueTokenPair } from "./bearer.ts";
import { sealKey, sessionIdIn, sessionIdOf } from "./cookie.ts";
import { createToken } from "./personal-tokens.ts";
import * as sessions from "./sessions.ts";

freshDatabase();

const hour = 3_600_000;
const rowOf = async (id: string) =>
  (await getDb().select().from(session).where(eq(session.id, id))).at(0);

async function signedIn(agent = "") {
  const actor = await newActor();
  const key = await sessions.openSession(actor.user_id, { user_agent: agent });
  return { actor, key, id: sessionIdOf(key) };
}

describe("the cookie", () => {
  test("leads to the session whose key it holds", async () => {
    const { key, id } = await signedIn();
    expect(await sessionIdIn(await sealKey(key))).toBe(id);
  });

  test("is refused when missing, tampered with or made up", async () => {
    const sealed = await sealKey("a key");
    const tampered = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
    for (const value of [undefined, "", "x", "a.b.c.d.e", tampered]) {
      expect(await sessionIdIn(value)).toBe("");
    }
  });

  test("the database never holds its key", async () => {
    const { key, id } = await signedIn();
    expect(id).not.toBe(key);
    expect(await rowOf(key)).toBeUndefined();
    expect(JSON.stringify(await rowOf(id))).not.toContain(key);
  });
});

describe("a session", () => {
  test("acts for its person until it is ended", async () => {
    const { actor, id } = await signedIn();
    expect(await sessions.actorOfSession(id)).toMatchObject({ user_id: actor.user_id });
    await sessions.closeSession(id, {});
    expect(await sessions.actorOfSession(id)).toBeNull();
  });

  test("ends for a deactivated person", async () => {
    const { actor, id } = await signedIn();
    await getDb().update(user).set({ is_active: false }).where(eq(user.id, actor.user_id));
    expect(await sessions.actorOfSession(id)).toBeNull();
  });

  test("expires when unused, and use extends it", async () => {
    const { id } = await signedIn();
    await getDb()
      .update(session)
      .set({ last_seen_at: toStored(Date.now() - hour), expires_at: toStored(Date.now() + hour) })
      .where(eq(session.id, id));
    expect(await sessions.actorOfSession(id)).not.toBeNull();
    const used = await rowOf(id);
    expect(used && used.expires_at > toStored(Date.now() + 24 * hour)).toBe(true);

    const past = toStored(Date.now() - hour);
    await getDb().update(session).set({ expires_at: past }).where(eq(session.id, id));
    expect(await sessions.actorOfSession(id)).toBeNull();
    await sessions.purgeSessions();
    expect(await rowOf(id)).toBeUndefined();
  });

  test("truncates a long user agent", async () => {
    const { id } = await signedIn("x".repeat(5_000));
    expect((await rowOf(id))?.user_agent).toHaveLength(256);
  });
});

describe("a person's sessions", () => {
  test("are listed and ended by that person alone", async () => {
    const one = await signedIn();
    const other = await signedIn();
    expect((await sessions.listSessions(one.actor)).map((row) => row.id)).toEqual([one.id]);

    await sessions.closeOwnSession(one.actor, other.id, {});
    await sessions.closeOtherSessions(one.actor, one.id, {});
    expect(await sessions.actorOfSession(other.id)).not.toBeNull();
    await sessions.closeOwnSession(other.actor, other.id, {});
    expect(await sessions.actorOfSession(other.id)).toBeNull();
  });

  test("are ended with the tokens where the person wants that, and else without", async () => {
    const { actor, id } = await signedIn();
    const input = { name: "script", scopes: ["read" as const] };
    const { token } = await createToken(actor, input, {});
    const { access } = await issueTokenPair(actor.user_id, {});
    const bearer = (key: string) => authenticateBearer(`Bearer ${key}`);
    await sessions.closeOtherSessions(actor, id, {});
    for (const key of [token, access])
      expect((await bearer(key))?.actor.user_id).toBe(actor.user_id);
    await sessions.closeOtherSessions(actor, id, {}, { tokens: true });
    for (const key of [token, access]) await expect(bearer(key)).rejects.toThrow("not valid");
    expect(await sessions.actorOfSession(id)).not.toBeNull();
  });

  test("all but the one in use can be ended at once", async () => {
    const { actor, id } = await signedIn();
    const elsewhere = sessionIdOf(await sessions.openSession(actor.user_id, {}));
    await sessions.closeOtherSessions(actor, id, {});
    expect(await sessions.actorOfSession(elsewhere)).toBeNull();
    expect(await sessions.actorOfSession(id)).not.toBeNull();
  });
});
