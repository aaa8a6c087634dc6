import { basePath, withBase, withoutBase } from "../../base-path.ts";
import "server-only";
import { headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../../env.ts";
import {
  cookieLifetimeSeconds,
  cookiePrefix,
  cookieSecret,
  sessionCookie,
  sessionIdOf,
  usesHttps,
} from "../auth/cookie.ts";
import { currentSessionId } from "../auth/current.ts";
import { limits } from "../auth/rate-limits.ts";
import { actorOfSession, closeSession, openSession } from "../auth/sessions.ts";
import { nextAuthProviders } from "../linked-accounts/providers.ts";
import { originOf } from "../security-log.ts";
import { signInWithCredentials } from "./commands.ts";
import { handleCallback } from "./oauth-callback.ts";

/** next-auth's settings. Its cookie only carries our session's key; the row in the database decides. */
export function authOptions(): AuthOptions {
  setNextAuthUrl();
  return {
    secret: cookieSecret(),
    session: { strategy: "jwt", maxAge: cookieLifetimeSeconds },
    pages: { signIn: withBase("/login"), error: withBase("/login") },
    useSecureCookies: usesHttps(),
    cookies: { ...cookiesBelow(), sessionToken: sessionCookie() },
    providers: [
      Credentials({
        credentials: { username: {}, password: {}, otp: {} },
        authorize: async (given, request) => {
          const from = new Headers(request.headers);
          const { username = "", password = "", otp } = given ?? {};
          const signedIn = await signInWithCredentials(
            { username, password, otp },
            from,
            limits.sign_in_address,
          );
          if ("refusal" in signedIn) return null;
          // The session that this browser had ends with the new one.
          await closeSession(await currentSessionId(), originOf(from));
          return { id: await openSession(signedIn.id, originOf(from)) };
        },
      }),
      ...nextAuthProviders(),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => addressBelow(url, baseUrl),
      // A path in place of true: after a provider sign-in, our own session is open by then.
      signIn: async ({ account, profile }) =>
        account?.type === "oauth" ? handleCallback(account, profile) : true,
      jwt: async ({ token, user }) => {
        if (user) return { sid: user.id };
        const live = await actorOfSession(sessionIdOf(String(token.sid)));
        // next-auth clears the cookie then.
        if (!live) throw new Error("the session has ended");
        return token;
      },
      // The key stays in the cookie, out of scripts' reach.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid !== "string") return;
        await closeSession(sessionIdOf(token.sid), originOf(await headers()));
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** Where next-auth leads to: an address of ours alone, below the base path, of which it knows nothing here. */
function addressBelow(url: string, origin: string): string {
  const asked = URL.parse(url, origin);
  if (asked?.origin !== origin) return new URL(withBase("/"), origin).href;
  const path = withBase(withoutBase(asked.pathname));
  return new URL(path + asked.search + asked.hash, origin).href;
}

/** How long next-auth waits for somebody to come back from a provider. */
const providerSeconds = 900;

/** Below a base path, next-auth's other cookies with the path and the prefix of ours; else it has its own. */
function cookiesBelow(): AuthOptions["cookies"] {
  if (!basePath) return {};
  const { options } = sessionCookie();
  const named = (name: string, maxAge?: number) => ({
    name: `${cookiePrefix()}next-auth.${name}`,
    options: { ...options, maxAge },
  });
  return {
    callbackUrl: named("callback-url"),
    csrfToken: named("csrf-token"),
    pkceCodeVerifier: named("pkce.code_verifier", providerSeconds),
    state: named("state", providerSeconds),
    nonce: named("nonce"),
  };
}

// next-auth 4 reads these when it answers. Without them it takes everyone to localhost:3000.
function setNextAuthUrl(): void {
  const { PUBLIC_URL } = env();
  if (PUBLIC_URL)
    process.env.NEXTAUTH_URL = new URL(PUBLIC_URL).origin + (basePath && `${basePath}/api/auth`);
  else process.env.AUTH_TRUST_HOST = "true";
}
