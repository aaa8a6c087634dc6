import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { pendingSignIn } from "../../../db/schema/accounts.ts";
import { toStored } from "../../dates.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { sessionIdOf } from "./cookie.ts";
import {
  consumePendingSignIn,
  countPendingAttempt,
  createPendingSignIn,
  pendingUserId,
  purgePendingSignIns,
} from "./pending-sign-ins.ts";

freshDatabase();

async function begun() {
  const { user_id } = await newActor();
  return { user_id, key: await createPendingSignIn({ purpose: "second_factor", user_id }) };
}

test("a pending sign-in allows five attempts", async () => {
  const { user_id, key } = await begun();
  for (let i = 0; i < 5; i++) {
    expect(await pendingUserId(key, "second_factor")).toBe(user_id);
    expect(await countPendingAttempt(key, "second_factor")).toBe(user_id);
  }
  expect(await countPendingAttempt(key, "second_factor")).toBeNull();
  expect(await pendingUserId(key, "second_factor")).toBeNull();
});

test("of many concurrent attempts, five are allowed", async () => {
  const { key } = await begun();
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => countPendingAttempt(key, "second_factor")),
  );
  expect(tries.filter((tried) => tried !== null)).toHaveLength(5);
});

test("it ends once, by its key and for its purpose alone", async () => {
  const { user_id, key } = await begun();
  expect(await consumePendingSignIn(key, "passkey_sign_in")).toBeNull();
  expect(await consumePendingSignIn(sessionIdOf(key), "second_factor")).toBeNull();
  expect(await consumePendingSignIn(key, "second_factor")).toMatchObject({ user_id });
  expect(await consumePendingSignIn(key, "second_factor")).toBeNull();
});

test("it expires after five minutes", async () => {
  const { key } = await begun();
  const row = eq(pendingSignIn.id, sessionIdOf(key));
  await getDb()
    .update(pendingSignIn)
    .set({ expires_at: toStored(Date.now() - 1) })
    .where(row);
  expect(await countPendingAttempt(key, "second_factor")).toBeNull();
  expect(await consumePendingSignIn(key, "second_factor")).toBeNull();
  await purgePendingSignIns();
  expect(await getDb().select().from(pendingSignIn).where(row)).toEqual([]);
});
