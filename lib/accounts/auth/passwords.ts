import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id: 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const unusable = "!";

let dummyHash: Promise<string> | undefined;

/** The argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Stored for a person without a password; no password matches it. */
export const unusablePassword = () => unusable + randomBytes(16).toString("base64url");

/** Whether the stored value is a usable password hash. */
export const isUsablePassword = (stored: string | undefined) =>
  stored !== undefined && !stored.startsWith(unusable);

/**
 * Whether the password matches; takes as long for an unknown person or one without a password, so that timing
 * reveals nothing.
 */
export async function verifyPassword(
  stored: string | undefined,
  password: string,
): Promise<boolean> {
  dummyHash ??= hashPassword("a password that nobody has");
  const other = await dummyHash;
  const fits = await verify(stored && isUsablePassword(stored) ? stored : other, password).catch(
    () => false,
  );
  return isUsablePassword(stored) && fits;
}
