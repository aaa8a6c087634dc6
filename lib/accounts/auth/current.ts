import "server-only";
import { cookies, headers } from "next/headers";
import { redirect as redirectPage } from "next/navigation";
import { cache } from "react";
import { Forbidden, Unauthenticated } from "../../errors.ts";
import type { Actor } from "./actor.ts";
import { sessionCookie, sessionIdIn, sessionKeysIn } from "./cookie.ts";
import { factorFirst, lacksRequiredFactor } from "./credentials.ts";
import { actorOfSession } from "./sessions.ts";

/** The id of the browser's session, or "" where there is none; it may have been ended. */
export const currentSessionId = cache(async (): Promise<string> => {
  const key = (await cookies()).get(sessionCookie().name)?.value;
  // The jar holds the last of several, of which none counts.
  const sent = (await headers()).get("cookie") ?? "";
  return sessionKeysIn(sent).length > 1 ? "" : sessionIdIn(key);
});

/** Whoever is signed in at this browser, or null. Read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const id = await currentSessionId();
  return id ? actorOfSession(id) : null;
});

/** Where a person without the second factor that is required may be: there they set it up. */
type Exempt = { withoutFactor?: boolean };
type Redirect = (path: string) => never | Promise<never>;

const lacksFactor = cache(lacksRequiredFactor);

/**
 * For pages: the actor, else a redirect to the sign-in that returns here, or to the second factor that they need.
 * Actions and route handlers redirect by `redirectBelow`.
 */
export async function requireActor({
  withoutFactor = false,
  redirect = redirectPage,
}: Exempt & { redirect?: Redirect } = {}): Promise<Actor> {
  const actor = await currentActor();
  if (actor && !withoutFactor && (await lacksFactor(actor.user_id)))
    return redirect("/settings/security?factor=required");
  if (actor) return actor;
  const here = (await headers()).get("x-foothold-path") ?? "/dashboard";
  return redirect(`/login?next=${encodeURIComponent(here)}`);
}

/** For server actions: the actor, else `Unauthenticated`, so that a form keeps what was typed. Throws `Forbidden`. */
export async function actionActor({ withoutFactor = false }: Exempt = {}): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new Unauthenticated();
  if (!withoutFactor && (await lacksFactor(actor.user_id))) throw new Forbidden(factorFirst);
  return actor;
}
