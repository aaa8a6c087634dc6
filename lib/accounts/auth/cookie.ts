import { createHash } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { basePath, cookiePath } from "../../base-path.ts";
import { derivedKey, env } from "../../env.ts";

/** How long the cookie lasts; the row in the database ends a session long before. */
export const cookieLifetimeSeconds = 365 * 86_400;

let secret: string | undefined;

/** What next-auth encrypts its cookie with. */
export function cookieSecret(): string {
  secret ??= derivedKey("next-auth").toString("base64url");
  return secret;
}

/** Whether the public address is HTTPS, so that cookies can require it. */
export const usesHttps = () => env().PUBLIC_URL?.startsWith("https:") ?? false;

/** The strictest prefix that browsers keep to by HTTPS: `__Host-` asks for the path of the whole host. */
export const cookiePrefix = () => (usesHttps() ? (basePath ? "__Secure-" : "__Host-") : "");

/** Name and attributes of the sign-in's cookie: by default next-auth's own names, so that both ways in share it. */
export function sessionCookie() {
  const secure = usesHttps();
  return {
    name: `${cookiePrefix()}${env().SESSION_COOKIE}`,
    options: { httpOnly: true, sameSite: "lax", path: cookiePath, secure } as const,
  };
}

/** The id of a session's row. The key itself is in the cookie alone, so a copy of the database opens nothing. */
export const sessionIdOf = (key: string) => createHash("sha256").update(key).digest("base64url");

/** A session's key as the cookie's value. */
export function sealKey(key: string): Promise<string> {
  return encode({ token: { sid: key }, secret: cookieSecret(), maxAge: cookieLifetimeSeconds });
}

/** The values of all session cookies in a Cookie header. */
export function sessionKeysIn(cookies: string): string[] {
  const name = `${sessionCookie().name}=`;
  const pairs = cookies.split(";").map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(name)).map((pair) => pair.slice(name.length));
}

/**
 * The session's cookie in a Cookie header; undefined where there is none, or more than one: which of them is the
 * person's cannot be told, and a neighbour on the same host may have set the other.
 */
export function sessionKeyIn(cookies: string): string | undefined {
  const keys = sessionKeysIn(cookies);
  return keys.length === 1 ? keys[0] : undefined;
}

type Opened = { id: string; exp: number };

// A browser sends one cookie with every request, and to decrypt it costs more than to find its session.
const opened = new Map<string, Opened>();
const maxDecryptedCookies = 1_000;

/** The session's id from a cookie's value; "" where it is missing, tampered with or too old. */
export async function sessionIdIn(value: string | undefined): Promise<string> {
  if (!value) return "";
  const known = opened.get(value) ?? (await open(value));
  if (!known || known.exp * 1000 <= Date.now()) return "";
  if (opened.size >= maxDecryptedCookies) opened.clear();
  opened.set(value, known);
  return known.id;
}

async function open(value: string): Promise<Opened | null> {
  const token = await decode({ token: value, secret: cookieSecret() }).catch(() => null);
  if (typeof token?.sid !== "string" || typeof token.exp !== "number") return null;
  return { id: sessionIdOf(token.sid), exp: token.exp };
}
