import "server-only";
import { cookies } from "next/headers";
import { cookiePrefix, sessionCookie } from "../auth/cookie.ts";
import { isLinkKey } from "../one-time-links.ts";

/** As long as next-auth waits for somebody to come back from a provider. */
const lifetimeSeconds = 900;

const cookieName = () => `${cookiePrefix()}invitation`;

/** Keeps the key of an invitation while its person signs in at a provider, or forgets an older one; for server actions. */
export async function keepInvitation(key: unknown): Promise<void> {
  const isKey = typeof key === "string" && isLinkKey(key);
  const maxAge = isKey ? lifetimeSeconds : 0;
  const jar = await cookies();
  if (!isKey && !jar.has(cookieName())) return;
  jar.set(cookieName(), isKey ? key : "", { ...sessionCookie().options, maxAge });
}

/** The key that was kept, which is forgotten by that. */
export async function takeInvitation(): Promise<string | undefined> {
  const key = (await cookies()).get(cookieName())?.value || undefined;
  await keepInvitation(undefined);
  return key;
}
