import "server-only";
import { eq } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { originOf } from "../security-log.ts";
import type { Actor } from "./actor.ts";
import { cookieLifetime, overHttps, sealKey, sessionCookie } from "./cookie.ts";
import { currentSessionId } from "./current.ts";
import { deviceCookie, deviceLifetime, rememberDevice } from "./devices.ts";
import { type Purpose, pendingSeconds } from "./pending.ts";
import { provePerson } from "./proof.ts";
import { closeSession, openSession } from "./sessions.ts";

/**
 * Signs a person in at this browser, in a server action: opens the session and sets the cookies. `by` is what
 * their log says they came by, besides the password.
 */
export async function signInHere(userId: number, by = ""): Promise<void> {
  const from = originOf(await headers());
  await closeSession(await currentSessionId(), from);
  const key = await openSession(userId, from, by);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealKey(key), { ...options, maxAge: cookieLifetime });
  const device = deviceCookie();
  const known = await rememberDevice((await cookies()).get(device)?.value, userId);
  (await cookies()).set(device, known, { ...options, maxAge: deviceLifetime });
  const [person] = await getDb()
    .update(user)
    .set({ last_login: now() })
    .where(eq(user.id, userId))
    .returning({ color_mode: user.color_mode });
  await rememberColorMode(person?.color_mode ?? "light");
}

/** Signs out at this browser, in a server action: ends the session's row and drops the cookie. */
export async function signOutHere(): Promise<void> {
  await closeSession(await currentSessionId(), originOf(await headers()));
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Keeps the colour mode where the root layout reads it, so that a page never flashes in the other one. */
export async function rememberColorMode(mode: string): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set("color_mode", mode, { ...options, maxAge: cookieLifetime });
}

const pendingCookie = (purpose: Purpose) =>
  `${overHttps() ? "__Host-" : ""}pending-${purpose.replaceAll("_", "-")}`;

/** Keeps the key of what is half done at this browser, in a server action. */
export async function holdPending(purpose: Purpose, key: string): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set(pendingCookie(purpose), key, { ...options, maxAge: pendingSeconds });
}

/** The key of what is half done at this browser; "" where nothing is. */
export async function heldPending(purpose: Purpose): Promise<string> {
  return (await cookies()).get(pendingCookie(purpose))?.value ?? "";
}

/** Forgets it, in a server action. */
export async function dropPending(purpose: Purpose): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set(pendingCookie(purpose), "", { ...options, maxAge: 0 });
}

/**
 * The person proves once more to be who they are, by the form's field `current_password` or by a fresh session.
 * Throws `Invalid` and `TooMany`.
 */
export async function proveByForm(actor: Actor, form: FormData): Promise<void> {
  await provePerson(actor, form.get("current_password"), await currentSessionId());
}
