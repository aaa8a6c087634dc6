import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "./env.ts";

const prefix = "v1:";
let key: Buffer | undefined;
const sealKey = () => {
  key ??= derivedKey("passwords of sites and postings");
  return key;
};

/** Encrypts a field for the database (AES-256-GCM, NIST SP 800-38D); null and "" stay as they are. */
export function seal<T extends string | null | undefined>(plain: T): T | string {
  if (!plain) return plain;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealKey(), iv);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return prefix + Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

/** The clear text of a sealed field. Throws where it was sealed under another secret or tampered with. */
export function unseal<T extends string | null>(sealed: T): T | string {
  if (!sealed?.startsWith(prefix)) return sealed;
  const bytes = Buffer.from(sealed.slice(prefix.length), "base64");
  const decipher = createDecipheriv("aes-256-gcm", sealKey(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
}
