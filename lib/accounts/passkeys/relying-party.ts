import { env } from "../../env.ts";

/** The name that passkeys are bound to, and the one origin they are used at. */
export type RelyingParty = { id: string; origin: string };

const isIp = (hostname: string) => /^[\d.]+$|^\[/.test(hostname);
const isLocal = (hostname: string) => hostname === "localhost" || hostname.endsWith(".localhost");

/**
 * Where passkeys can be used: at `PUBLIC_URL` by HTTPS, else at localhost; null where browsers have none (plain
 * HTTP, an IP address).
 */
export function relyingParty(headers: Headers): RelyingParty | null {
  const { PUBLIC_URL } = env();
  const url = URL.parse(PUBLIC_URL ?? `http://${headers.get("host")}`);
  if (!url) return null;
  const { protocol, hostname, origin } = url;
  const secure = PUBLIC_URL !== undefined && protocol === "https:" && !isIp(hostname);
  return secure || isLocal(hostname) ? { id: hostname, origin } : null;
}
