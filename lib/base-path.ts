/** The path that Foothold lives below, like `/foothold`; "" at the root of its host. A build has its own within it. */
export const basePath = process.env.BASE_PATH ?? "";

/** The `Path` of our cookies: what else is on the host does not get them. */
export const cookiePath = basePath || "/";

/** A path of ours as browsers ask for it; whole addresses and what is relative to the page stay as they are. */
export const withBase = (path: string): string => (path.startsWith("/") ? basePath + path : path);

/** The path of ours that a link leads to, as the router and the rest of us know it. */
export function withoutBase(address: string): string {
  if (!basePath || !address.startsWith(basePath)) return address;
  const rest = address.slice(basePath.length);
  if (rest.startsWith("/")) return rest;
  return rest === "" || /^[?#]/.test(rest) ? `/${rest}` : address;
}

/** What is wrong with a `BASE_PATH`, and with the `PUBLIC_URL` beside it, in a sentence; undefined where nothing is. */
export function basePathFault(given: string, publicUrl?: string): string | undefined {
  if (!given) return undefined;
  if (!/^(\/[A-Za-z0-9][\w-]*)+$/.test(given)) {
    return `BASE_PATH must be like /foothold, of letters, digits, dashes and underscores, without a slash at its end, and is "${given}".`;
  }
  const path = URL.parse(publicUrl ?? "")?.pathname.replace(/\/$/, "");
  if (!path || path === given) return undefined;
  return `PUBLIC_URL leads to ${path} and BASE_PATH is ${given}: both must name the same path, or PUBLIC_URL none.`;
}
