/** The Foothold that this browser is connected to, by its address with the path that it may live below. The extension's
 * own storage keeps it; no page can read that. */
export type Pairing = { origin: string; token: string };

const key = "pairing";

export function storedPairing(): Pairing | null {
  const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
  return isPairing(stored) ? stored : null;
}

const isPairing = (value: unknown): value is Pairing =>
  typeof value === "object" &&
  value !== null &&
  "origin" in value &&
  "token" in value &&
  typeof value.origin === "string" &&
  typeof value.token === "string";

export const storePairing = (pairing: Pairing): void =>
  localStorage.setItem(key, JSON.stringify(pairing));

export const forgetPairing = (): void => localStorage.removeItem(key);
