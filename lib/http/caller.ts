import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { authenticateBearer } from "../accounts/auth/bearer.ts";
import { sessionIdIn, sessionKeyIn } from "../accounts/auth/cookie.ts";
import { lacksRequiredFactor } from "../accounts/auth/credentials.ts";
import { actorOfSession } from "../accounts/auth/sessions.ts";
import type { TokenScope } from "../accounts/personal-tokens/values.ts";
import { HttpError } from "./errors.ts";
import { isOwnOrigin } from "./own-origin.ts";
import type { ApiRequest } from "./request.ts";

/** The caller and their credential: the token or session that a new password leaves valid. */
export type Caller = {
  actor: Actor | null;
  /** there is no actor since a second factor is required, and missing */
  lacks_factor?: true;
  jti?: string;
  session_id?: string;
  /** what a personal token may do; without them everything that its person may */
  scopes?: readonly string[];
};

/**
 * Finds the caller from the Authorization header, else from the browser's cookie; nobody who lacks a required second
 * factor. Throws `RefusedToken`.
 */
export async function callerOf(request: ApiRequest): Promise<Caller> {
  const caller = await knownCaller(request);
  const lacks = caller.actor && (await lacksRequiredFactor(caller.actor.user_id));
  return lacks ? { actor: null, lacks_factor: true } : caller;
}

async function knownCaller(request: ApiRequest): Promise<Caller> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const bearer = await authenticateBearer(authorization);
    if (bearer) return bearer;
  }
  const cookies = request.headers.get("cookie");
  const sessionId = cookies ? await sessionIdIn(sessionKeyIn(cookies)) : "";
  const actor = sessionId ? await actorOfSession(sessionId) : null;
  return actor ? { actor, session_id: sessionId } : { actor: null };
}

/**
 * Refuses a change that another site asks a signed-in browser for. Tokens need no such check: a browser never
 * sends them by itself.
 */
export function requireSameOrigin(request: ApiRequest, caller: Caller): void {
  if (caller.session_id === undefined) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin ? isOwnOrigin(origin, request.headers) : site === "same-origin") return;
  throw new HttpError(
    403,
    "A change by the browser's session must come from Foothold's own pages.",
  );
}

/** Throws 403 where a personal token lacks the scope, and the other that an operation takes as well. */
export function requireScope({ scopes }: Caller, scope: TokenScope, other?: TokenScope): void {
  if (other && scopes?.includes(other)) return;
  if (!scopes || scopes.includes(scope)) return;
  throw new HttpError(403, `This token lacks the scope "${scope}".`);
}
