import { expect, test, vi } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { freshDatabase } from "../../testing.ts";
import { sealKey, sessionCookie, sessionIdOf } from "../auth/cookie.ts";
import { hashPassword } from "../auth/passwords.ts";
import { actorOfSession, openSession } from "../auth/sessions.ts";
import { authOptions } from "./next-auth-options.ts";

const jar = vi.hoisted(() => new Map<string, { value: string }>());
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => jar }));

freshDatabase();
const password = "Quiet-River 42!";

type Authorize = (given: object, request: { headers: object }) => Promise<{ id: string } | null>;

test("a sign-in by next-auth's own route ends the session that the browser had", async () => {
  await getDb()
    .insert(user)
    .values({ username: "mira", password: await hashPassword(password) });
  const old = await openSession(1, {});
  jar.set(sessionCookie().name, { value: await sealKey(old) });
  const [credentials] = authOptions().providers;
  const { authorize } = (credentials?.options ?? {}) as { authorize: Authorize };

  expect(await authorize({ username: "mira", password: "wrong" }, { headers: {} })).toBeNull();
  expect(await actorOfSession(sessionIdOf(old))).not.toBeNull();
  const signedIn = await authorize({ username: "mira", password }, { headers: {} });
  expect(await actorOfSession(sessionIdOf(signedIn?.id ?? ""))).not.toBeNull();
  expect(await actorOfSession(sessionIdOf(old))).toBeNull();
});
