import {
  createHmac,
  createSecretKey,
  type KeyObject,
  randomUUID,
  timingSafeEqual,
} from "node:crypto";
import { derivedKey, env } from "../../env.ts";

/** Lifetimes in seconds, as documented. */
const lifetimeSeconds = { access: 60 * 60, refresh: 18 * 60 * 60 } as const;

export type TokenType = keyof typeof lifetimeSeconds;

/** The claims of a token, in the documented order. */
export type Claims = {
  token_type: string;
  exp: number;
  iat?: number;
  jti: string;
  user_id?: unknown;
};

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url");
// Clocks of two servers that share the key may differ a little; a new password's tokens begin a second late.
const leewaySeconds = 2;

let key: KeyObject | undefined;

function signature(signed: string): string {
  key ??= createSecretKey(
    env().JWT_SECRET ? Buffer.from(env().JWT_SECRET ?? "") : derivedKey("api tokens"),
  );
  return createHmac("sha256", key).update(signed).digest("base64url");
}

/** From when on tokens are good, where all older ones end: the next second, so that none of this one outlives it. */
export const nextSecond = () => Math.floor(Date.now() / 1000) + 1;

/** A signed token (HS256, RFC 7519) for a person whose older tokens may be invalid. */
export function issueToken(
  type: TokenType,
  person: { id: number; tokens_not_before: number },
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    token_type: type,
    exp: now + lifetimeSeconds[type],
    iat: Math.max(now, person.tokens_not_before),
    jti: randomUUID().replaceAll("-", ""),
    user_id: person.id,
  };
  const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${signed}.${signature(signed)}`;
}

/**
 * The claims of a token that is signed by us, in time and of the wanted type, else what is wrong with it in the
 * documented words.
 */
export function readToken(token: string, type: TokenType): { claims: Claims } | { fault: string } {
  const claims = verifiedClaims(token);
  if (!claims) return { fault: "Token is invalid or expired" };
  if (claims.exp === undefined) return { fault: "Token has no 'exp' claim" };
  if (typeof claims.jti !== "string" || !claims.jti) return { fault: "Token has no id" };
  if (claims.token_type === undefined) return { fault: "Token has no type" };
  if (claims.token_type !== type) return { fault: "Token has wrong type" };
  return { claims: claims as Claims };
}

type Json = Partial<Claims> & { alg?: unknown; nbf?: unknown };

/** The claims under a good signature; null for anything else. */
function signedClaims(token: string): Json | null {
  const [head, body, sign, more] = token.split(".");
  if (!head || !body || !sign || more !== undefined) return null;
  if (head !== header && parsePart(head)?.alg !== "HS256") return null;
  // As text: decoding would leave out what is no base64url, and so take many texts for one signature.
  const given = Buffer.from(sign);
  const wanted = Buffer.from(signature(`${head}.${body}`));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return parsePart(body);
}

// A client sends one token with every request. Its claims never change; whether it was revoked is checked each time.
const verifiedTokens = new Map<string, Json>();
const maxVerifiedTokens = 1_000;

/** The claims under a good signature and within their times; null for anything else. */
function verifiedClaims(token: string): Partial<Claims> | null {
  const claims = verifiedTokens.get(token) ?? signedClaims(token);
  if (!claims) return null;
  if (verifiedTokens.size >= maxVerifiedTokens) verifiedTokens.clear();
  verifiedTokens.set(token, claims);
  const now = Date.now() / 1000;
  const { exp, iat, nbf } = claims;
  if (exp !== undefined && !(numericDate(exp) > now)) return null;
  if (iat !== undefined && !(numericDate(iat) <= now + leewaySeconds)) return null;
  if (nbf !== undefined && !(numericDate(nbf) <= now + leewaySeconds)) return null;
  return claims;
}

const numericDate = (value: unknown) =>
  typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value))
    ? Number(value)
    : Number.NaN;

function parsePart(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
