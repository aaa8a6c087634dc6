import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";

/** The longest text that is read as a code; spaces and hyphens are for the eye. */
export const maxCodeLength = 64;

/** A code from a form, as it was typed; "" for what can be none. */
export const typedCode = z.string().max(maxCodeLength).catch("");

// What every authenticator app reads: RFC 6238 with SHA-1, six digits, thirty seconds.
const form = { algorithm: "SHA1", digits: 6, period: 30 };
/** One step to either side, for clocks that differ and slow fingers (RFC 6238, 5.2). */
const window = 1;

/** A new secret for an authenticator app, in base 32: 160 bits, as RFC 4226 recommends. */
export const newSecret = () => new Secret({ size: 20 }).base32;

/** What the app reads from the QR code. */
export function keyUri(secret: string, username: string): string {
  const key = { ...form, issuer: "Foothold", label: username, secret: Secret.fromBase32(secret) };
  return new TOTP(key).toString();
}

/** The time step whose code this is, of those that count now; null for a wrong code. */
export function timeStepOf(secret: string, code: string, at: number): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const key = Secret.fromBase32(secret);
  const delta = TOTP.validate({ ...form, token, secret: key, timestamp: at, window });
  return delta === null ? null : TOTP.counter({ period: form.period, timestamp: at }) + delta;
}

/** The code of a secret at a moment: what the person's app shows. */
export const codeAt = (secret: string, at: number) =>
  TOTP.generate({ ...form, secret: Secret.fromBase32(secret), timestamp: at });

// Crockford's base 32: no letter that looks like a digit.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const recoveryLength = 24;

/** A recovery code: 120 bits, in groups of four. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(recoveryLength)].map((byte) => alphabet[byte % 32]).join("");
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/** A recovery code as it was meant, however it was typed; null where it can be none. */
export function normalizeRecoveryCode(typed: string): string | null {
  const letters = typed
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return letters.length === recoveryLength && /^[0-9a-z]+$/.test(letters) ? letters : null;
}

/** What is stored of a recovery code. It has 120 random bits, so a plain hash is enough. */
export const hashRecoveryCode = (letters: string) =>
  createHash("sha256").update(letters.replaceAll("-", "")).digest("base64url");
