import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "./env.ts";

const prefix = "v1:";
let key: Buffer | undefined;
const encryptionKey = () => (key ??= derivedKey("passwords of sites and postings"));

/** Encrypts a field for the database (AES-256-GCM, NIST SP 800-38D); null and "" stay as they are. */
export function encryptField<T extends string | null | undefined>(plaintext: T): T | string {
  if (!plaintext) return plaintext;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", encryptionKey(), iv);
  const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return prefix + Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64");
}

/** The clear text of a sealed field. Throws where it was sealed under another secret or tampered with. */
export function decryptField<T extends string | null>(ciphertext: T): T | string {
  if (!ciphertext?.startsWith(prefix)) return ciphertext;
  const bytes = Buffer.from(ciphertext.slice(prefix.length), "base64");
  const decipher = createDecipheriv("aes-256-gcm", encryptionKey(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
}
