import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Unauthenticated } from "../../errors.ts";
import type { Actor } from "./actor.ts";
import { sessionCookie, sessionIdIn, sessionKeysIn } from "./cookie.ts";
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

/** For pages: the actor, else a redirect to the sign-in that returns here. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const here = (await headers()).get("x-foothold-path") ?? "/dashboard";
  redirect(`/login?next=${encodeURIComponent(here)}`);
}

/** For server actions: the actor, else `Unauthenticated`, so that a form keeps what was typed. */
export async function actionActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new Unauthenticated();
  return actor;
}
