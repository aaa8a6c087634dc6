/** Where people reach this Foothold (`PUBLIC_URL`), read without the other settings: proxy.ts runs before each page. */
export function publicAddress(): URL | null {
  const { PUBLIC_URL, NEXTAUTH_URL } = process.env;
  return URL.parse(PUBLIC_URL || NEXTAUTH_URL || "");
}

/**
 * Cross-site request forgery check: whether an `Origin` is Foothold's own. With `PUBLIC_URL` that is its origin alone,
 * whatever the proxy puts into `Host`; without it, the host that was asked for.
 */
export function isOwnOrigin(origin: string, headers: Pick<Headers, "get">): boolean {
  const address = publicAddress();
  if (address) return origin === address.origin;
  const host = URL.parse(origin)?.host;
  return (
    host !== undefined && [headers.get("host"), headers.get("x-forwarded-host")].includes(host)
  );
}
