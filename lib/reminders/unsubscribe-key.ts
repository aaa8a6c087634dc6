import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "../env.ts";
import { type ReminderKind, reminderKinds } from "./values.ts";

const sign = (claim: string) =>
  createHmac("sha256", derivedKey("unsubscribe")).update(claim).digest("base64url");

/** The key in a mail that ends its kind of reminder without a sign-in (RFC 8058). */
export function unsubscribeKey(userId: number, kind: ReminderKind): string {
  const claim = `${kind}-${userId}`;
  return `${claim}-${sign(claim)}`;
}

/** Whose reminder a key ends, and which; null where it is not ours. */
export function readUnsubscribeKey(key: string): { userId: number; kind: ReminderKind } | null {
  const [, kind, id, signature] = /^(\w+)-(\d{1,15})-([\w-]{43})$/.exec(key) ?? [];
  const known = reminderKinds.find((each) => each === kind);
  if (!known || !id || !signature) return null;
  const expected = sign(`${kind}-${id}`);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return null;
  return { userId: Number(id), kind: known };
}
