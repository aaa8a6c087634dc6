import { withBase, withoutBase } from "../../base-path.ts";
import "server-only";
import { cookies, headers } from "next/headers";
import { AppError } from "../../errors.ts";
import { setFlash } from "../../forms/flash.ts";
import type { Actor } from "../auth/actor.ts";
import {
  askForCode,
  clearPendingCookie,
  readPendingCookie,
  signInBrowser,
} from "../auth/browser.ts";
import { clientAddress } from "../auth/client-address.ts";
import { usesHttps } from "../auth/cookie.ts";
import { hasSecondFactor } from "../auth/credentials.ts";
import { currentActor } from "../auth/current.ts";
import { consumePendingSignIn } from "../auth/pending-sign-ins.ts";
import { checkAddressLimit, limits } from "../auth/rate-limits.ts";
import { returnPath } from "../auth/return-path.ts";
import { takeInvitation } from "../invitations/browser.ts";
import { findOrRegister, linkTo } from "../linked-accounts/commands.ts";
import { type ProviderProfile, parseProviderProfile } from "../linked-accounts/schema.ts";
import { type ProviderId, providerIds, type Refusal } from "../linked-accounts/values.ts";
import { originOf } from "../security-log.ts";

type Account = { provider: string; providerAccountId: string };

const isProvider = (name: string): name is ProviderId =>
  (providerIds as readonly string[]).includes(name);

/**
 * Handles a provider's callback, which next-auth has verified: signs the person in, links their account, or
 * refuses. Returns the path to redirect to.
 */
export async function handleCallback(account: Account, profile: unknown): Promise<string> {
  return withBase(await pathAfter(account, profile));
}

async function pathAfter(account: Account, profile: unknown): Promise<string> {
  if (!isProvider(account.provider)) return refused("failed");
  try {
    await checkAddressLimit(limits.sign_in_address, clientAddress(await headers()));
    const who = parseProviderProfile(account.provider, account.providerAccountId, profile);
    const actor = await currentActor();
    return actor ? await linkToActor(actor, who) : await signInWithProfile(who);
  } catch (error) {
    if (error instanceof AppError) return refused("failed");
    throw error;
  }
}

const refused = (refusal: Refusal) => `/login?refused=${refusal}`;

/** Whoever is signed in already wants to link, and has just proved the password for that. */
async function linkToActor(actor: Actor, who: ProviderProfile): Promise<string> {
  const key = await readPendingCookie("account_link");
  await clearPendingCookie("account_link");
  const begun = await consumePendingSignIn(key, "account_link");
  const back = "/settings/security";
  if (begun?.user_id !== actor.user_id || begun.challenge !== who.provider) {
    return `${back}?refused=late`;
  }
  if (!(await linkTo(actor, who, originOf(await headers())))) return `${back}?refused=taken`;
  await setFlash({ message: "Your accounts are linked." });
  return back;
}

// A provider stands in for the password and no more: how it knew the person is not ours to tell.
async function signInWithProfile(who: ProviderProfile): Promise<string> {
  const invitation = await takeInvitation();
  const found = await findOrRegister(who, originOf(await headers()), invitation);
  if ("refusal" in found) return refused(found.refusal);
  const next = await wanted();
  if (await hasSecondFactor(found.id)) return askForCode(found.id, next, who.provider);
  await signInBrowser(found.id, who.provider);
  return next;
}

/** Where the person was going when they left for the provider; next-auth keeps it in a cookie. */
async function wanted(): Promise<string> {
  const name = `${usesHttps() ? "__Secure-" : ""}next-auth.callback-url`;
  const url = URL.parse((await cookies()).get(name)?.value ?? "");
  return returnPath(url ? withoutBase(url.pathname) + url.search : undefined);
}
