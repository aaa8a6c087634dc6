import "server-only";
import { randomBytes } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, eq, lt, or, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { isUniqueViolation } from "../../../db/errors.ts";
import { passkey, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import { findAccount } from "../auth/accounts.ts";
import type { Actor } from "../auth/actor.ts";
import { consumePendingSignIn, createPendingSignIn } from "../auth/pending-sign-ins.ts";
import { keepsSignIn, onlyMethodMessage } from "../auth/sign-in-methods.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import type { RelyingParty } from "./relying-party.ts";
import type { EnrolmentAnswer, SignInAnswer } from "./schema.ts";
import { passkeyLimits } from "./values.ts";

// EdDSA, ES256 and RS256: what authenticators make today.
const supportedAlgorithmIDs = [-8, -7, -257];

const refusal = (sentence: string) => new Invalid({ non_field_errors: [sentence] });

/** What the browser asks an authenticator for a new passkey with, and the key of what is half done. */
export async function beginEnrolment(actor: Actor, party: RelyingParty) {
  const known = await getDb()
    .select({ id: passkey.id, user_handle: passkey.user_handle })
    .from(passkey)
    .where(eq(passkey.user_id, actor.user_id));
  if (known.length >= passkeyLimits.count) {
    throw refusal(`You have ${passkeyLimits.count} passkeys. Remove one that you do not use.`);
  }
  const person = await findAccount(actor.user_id);
  const handle = known[0]?.user_handle;
  const options = await generateRegistrationOptions({
    rpName: "Foothold",
    supportedAlgorithmIDs,
    rpID: party.id,
    userName: person?.username ?? "",
    // Random, so that an authenticator's list tells nothing of the account.
    userID: new Uint8Array(handle ? Buffer.from(handle, "base64url") : randomBytes(32)),
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  // The handle is random as well, so it may wait where the challenge does.
  const challenge = `${options.challenge} ${options.user.id}`;
  const { user_id } = actor;
  return {
    options,
    key: await createPendingSignIn({ purpose: "passkey_enrolment", user_id, challenge }),
  };
}

/** Adds the passkey that an authenticator made. Throws `Invalid` where its answer does not hold. */
export async function finishEnrolment(
  actor: Actor,
  name: string,
  answer: EnrolmentAnswer,
  { key, party, from }: { key: string; party: RelyingParty; from: Origin },
): Promise<void> {
  const begun = await consumePendingSignIn(key, "passkey_enrolment");
  if (begun?.user_id !== actor.user_id) throw refusal("That took too long. Try again.");
  const [challenge = "", user_handle = ""] = begun.challenge.split(" ");
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) throw refusal("That passkey could not be checked. Try again.");
  const { credential, credentialBackedUp } = registrationInfo;
  try {
    await getDb()
      .insert(passkey)
      .values({
        id: credential.id,
        user_id: actor.user_id,
        user_handle,
        public_key: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: (answer.response.transports ?? []).join(","),
        backed_up: credentialBackedUp,
        name,
      });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw refusal("That passkey was added before.");
  }
  await logSecurityEvent(actor.user_id, "passkey_added", from, name);
}

/** Removes one of the actor's passkeys. Throws `Invalid` where it is the only way to sign in. */
export async function removePasskey(actor: Actor, id: string, from: Origin): Promise<void> {
  const mine = and(eq(passkey.id, id), eq(passkey.user_id, actor.user_id));
  const [removed] = await getDb()
    .delete(passkey)
    .where(and(mine, keepsSignIn(actor, sql`1`)))
    .returning({ name: passkey.name });
  if (removed)
    return void (await logSecurityEvent(actor.user_id, "passkey_removed", from, removed.name));
  if ((await getDb().$count(passkey, mine)) > 0) throw refusal(onlyMethodMessage);
}

/** What the browser asks for any passkey of this place with, and the key of what is half done. */
export async function beginSignIn(party: RelyingParty) {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: "required",
  });
  const { challenge } = options;
  return { options, key: await createPendingSignIn({ purpose: "passkey_sign_in", challenge }) };
}

/**
 * The person whose passkey answered the challenge, with their own gesture or PIN; null where anything about it
 * is wrong. A challenge is used up by the first answer, right or wrong.
 */
export async function finishSignIn(
  answer: SignInAnswer,
  { key, party }: { key: string; party: RelyingParty },
): Promise<{ id: number } | null> {
  const begun = await consumePendingSignIn(key, "passkey_sign_in");
  if (!begun) return null;
  const [known] = await getDb()
    .select({
      user_id: passkey.user_id,
      user_handle: passkey.user_handle,
      public_key: passkey.public_key,
      counter: passkey.counter,
      is_active: user.is_active,
    })
    .from(passkey)
    .innerJoin(user, eq(user.id, passkey.user_id))
    .where(eq(passkey.id, answer.id));
  if (!known?.is_active || answer.response.userHandle !== known.user_handle) return null;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: begun.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(Buffer.from(known.public_key, "base64url")),
      counter: known.counter,
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  if (!verified || !authenticationInfo) return null;
  return (await counted(answer.id, authenticationInfo.newCounter)) ? { id: known.user_id } : null;
}

// An authenticator that counts never counts backwards; a copy of it would. Many count nothing and stay at 0.
async function counted(id: string, counter: number): Promise<boolean> {
  const onward = or(lt(passkey.counter, counter), and(eq(passkey.counter, 0), sql`${counter} = 0`));
  const rows = await getDb()
    .update(passkey)
    .set({ counter, last_used_at: now() })
    .where(and(eq(passkey.id, id), onward))
    .returning({ id: passkey.id });
  return rows.length > 0;
}
