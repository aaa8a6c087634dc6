import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { knownDevice } from "../../../db/schema/accounts.ts";
import { now, toStored } from "../../dates.ts";
import { cookiePrefix } from "./cookie.ts";

/** How long a browser is remembered after its last sign-in, in seconds. */
export const deviceLifetimeSeconds = 365 * 86_400;
const maxDevices = 20;

/** The cookie that tells a browser which signed in before from a stranger (OWASP's "device cookie"). */
export const deviceCookie = () => `${cookiePrefix()}known-device`;

// One browser has one key, and for each account that signed in there another row.
const idOf = (key: string, userId: number) =>
  createHash("sha256").update(`${userId} ${key}`).digest("base64url");

/** The id of the browser that a request came from, if the person signed in there before. */
export async function knownDeviceId(headers: Pick<Headers, "get">, userId: number | undefined) {
  const name = `${deviceCookie()}=`;
  const parts = headers.get("cookie")?.split(/;\s*/) ?? [];
  const key = parts.find((part) => part.startsWith(name))?.slice(name.length);
  if (!key) return null;
  // Queried for unknown names too, so that timing reveals nothing.
  const id = idOf(key, userId ?? 0);
  const known = and(
    eq(knownDevice.id, id),
    eq(knownDevice.user_id, userId ?? 0),
    gt(knownDevice.expires_at, now()),
  );
  return (await getDb().$count(knownDevice, known)) > 0 ? id : null;
}

/** Remembers a browser after a sign-in there, and gives its key: the one it has, or a new one. */
export async function rememberDevice(held: string | undefined, userId: number): Promise<string> {
  const key = held && /^[\w-]{43}$/.test(held) ? held : randomBytes(32).toString("base64url");
  const expires_at = toStored(Date.now() + deviceLifetimeSeconds * 1000);
  const db = getDb();
  const fresh = { created_at: now(), expires_at };
  await atomically([
    db
      .insert(knownDevice)
      .values({ id: idOf(key, userId), user_id: userId, ...fresh })
      .onConflictDoUpdate({ target: knownDevice.id, set: fresh }),
    db.delete(knownDevice).where(
      and(
        eq(knownDevice.user_id, userId),
        sql`${knownDevice.id} not in (select id from ${knownDevice} where user_id = ${userId}
          order by created_at desc limit ${maxDevices})`,
      ),
    ),
  ]);
  return key;
}

/** Forgets browsers that were not used for a year. */
export async function purgeDevices(): Promise<void> {
  await getDb().delete(knownDevice).where(lt(knownDevice.expires_at, now()));
}
