import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { cookiePrefix, cookieSecret, sessionCookie } from "../auth/cookie.ts";
import type { ProviderId } from "../linked-accounts/values.ts";
import { authOptions } from "./next-auth-options.ts";

/**
 * Begins a sign-in at a provider, in a server action: sets next-auth's cookies for the way back and gives the
 * address to go to; null where the provider does not answer.
 */
export async function startOAuth(provider: ProviderId, next: string): Promise<string | null> {
  const jar = await cookies();
  // Next has checked already that the action comes from our own page; next-auth wants its token besides.
  const csrfToken = randomBytes(32).toString("hex");
  const seal = createHash("sha256").update(`${csrfToken}${cookieSecret()}`).digest("hex");
  const name = `${cookiePrefix()}next-auth.csrf-token`;
  jar.set(name, `${csrfToken}|${seal}`, sessionCookie().options);

  const host = (await headers()).get("host") ?? "localhost";
  const request = new NextRequest(`http://${host}/api/auth/signin/${provider}`, {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: next, json: "true" }),
  });
  const params = Promise.resolve({ nextauth: ["signin", provider] });
  const response: Response = await NextAuth(authOptions())(request, { params });
  for (const { name: key, value, ...options } of new NextResponse(
    null,
    response,
  ).cookies.getAll()) {
    jar.set(key, value, options);
  }
  const { url }: { url?: unknown } = await response.json();
  if (typeof url !== "string" || new URL(url, "http://none.invalid").searchParams.has("error")) {
    return null;
  }
  return url;
}
