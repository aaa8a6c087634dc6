import "server-only";
import { createHash } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { pushSubscription } from "../../db/schema/reminders.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { logSecurityEvent, type Origin } from "../accounts/security-log.ts";
import { describeUserAgent } from "../accounts/user-agent.ts";
import { Invalid, NotFound } from "../errors.ts";
import { encryptField } from "../secrets.ts";
import type { DeviceInput } from "./schema.ts";
import { pushLimits } from "./values.ts";

const hashOf = (endpoint: string) => createHash("sha256").update(endpoint).digest("base64url");

const columns = {
  id: pushSubscription.id,
  name: pushSubscription.name,
  created_at: pushSubscription.created_at,
  last_sent_at: pushSubscription.last_sent_at,
};

const own = (actor: Actor) => eq(pushSubscription.user_id, actor.user_id);

/** The actor's devices that take notifications, by id, without what writes to them. */
export const listDevices = (actor: Actor) =>
  getDb().select(columns).from(pushSubscription).where(own(actor)).orderBy(pushSubscription.id);

export type Device = Awaited<ReturnType<typeof listDevices>>[number];

/** The id of the actor's device that a session turned on, or null. */
export async function deviceOfSession(actor: Actor, sessionId: string): Promise<number | null> {
  const [row] = await getDb()
    .select({ id: pushSubscription.id })
    .from(pushSubscription)
    .where(and(own(actor), eq(pushSubscription.session_id, sessionId)));
  return row?.id ?? null;
}

/**
 * Lets a device take notifications until it is removed or `sessionId` ends; the same endpoint again replaces what was
 * known of it. Throws `Invalid` where the person has as many devices as may be.
 */
export async function addDevice(
  actor: Actor,
  { name, endpoint, keys }: DeviceInput,
  from: Origin,
  sessionId: string | null,
): Promise<Device> {
  const endpoint_hash = hashOf(endpoint);
  const others = and(own(actor), ne(pushSubscription.endpoint_hash, endpoint_hash));
  if ((await getDb().$count(pushSubscription, others)) >= pushLimits.perPerson) {
    const fault = `You have ${pushLimits.perPerson} devices. Remove one that you no longer use.`;
    throw new Invalid({ non_field_errors: [fault] });
  }
  const words = name || describeUserAgent(from.user_agent ?? "").words;
  const set = {
    session_id: sessionId,
    name: words.slice(0, pushLimits.name),
    sealed: encryptField(JSON.stringify({ endpoint, keys })),
  };
  const [device] = await getDb()
    .insert(pushSubscription)
    .values({ ...set, user_id: actor.user_id, endpoint_hash })
    .onConflictDoUpdate({
      target: [pushSubscription.user_id, pushSubscription.endpoint_hash],
      set,
    })
    .returning(columns);
  if (!device) throw new Error("no device was added");
  await logSecurityEvent(actor.user_id, "push_on", from, device.name);
  return device;
}

/** Removes one of the actor's devices; nothing is sent to it from then on. Throws `NotFound`. */
export async function removeDevice(actor: Actor, id: number, from: Origin): Promise<void> {
  const [gone] = await getDb()
    .delete(pushSubscription)
    .where(and(own(actor), eq(pushSubscription.id, id)))
    .returning({ name: pushSubscription.name });
  if (!gone) throw new NotFound();
  await logSecurityEvent(actor.user_id, "push_off", from, gone.name);
}
