import "server-only";
import { isIP } from "node:net";
import { env } from "../env.ts";

/** Whether whoever runs this Foothold trusts the origin, be it in a private network. */
export const isTrustedOrigin = (origin: string) => env().PUSH_ORIGINS.includes(origin);

/** Whether an address can be the endpoint of a push service: https, a name, and nothing besides a path. */
export function isPushEndpoint(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.hash) return false;
  if (isTrustedOrigin(url.origin)) return true;
  const isName = isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0 && url.hostname.includes(".");
  return url.protocol === "https:" && url.port === "" && isName;
}
