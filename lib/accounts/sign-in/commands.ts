import "server-only";
import { checkCredentials, noteSignIn } from "../auth/credentials.ts";
import { deviceOf } from "../auth/devices.ts";
import { count, type Limit, limits } from "../auth/limits.ts";
import { spendCode } from "../second-factor/commands.ts";
import { noteFailure, originOf } from "../security-log.ts";

type Given = { username: string; password: string; otp?: string };

/** A sign-in in one step: who it is, or what it lacks. */
export type SignIn = { id: number } | { refusal: "credentials" | "code" };

/**
 * Signs a program in, which sends the code of a second factor along where there is one; notes the moment.
 * Strangers count against `besides` too. Throws `TooMany`.
 */
export async function signInAtOnce(
  given: Given,
  headers: Pick<Headers, "get">,
  besides?: Limit,
): Promise<SignIn> {
  const found = await checkCredentials(given.username, given.password, headers, besides);
  if (!found) return { refusal: "credentials" };
  if (found.second_factor) {
    if (!given.otp || !(await takeCode(found.id, given.otp, headers))) return { refusal: "code" };
  }
  await noteSignIn(found.id);
  return { id: found.id };
}

/** Takes a code of somebody whose password fitted; says whether it fits. Throws `TooMany`. */
export async function takeCode(
  userId: number,
  code: string,
  headers: Pick<Headers, "get">,
): Promise<boolean> {
  await countCode(userId, headers);
  const from = originOf(headers);
  const fits = await spendCode(userId, code, from);
  if (!fits) await noteFailure(userId, "code_failed", from);
  return fits;
}

// Whoever knows the password can use up what strangers have, so a browser of the person's has its own.
async function countCode(userId: number, headers: Pick<Headers, "get">): Promise<void> {
  const device = await deviceOf(headers, userId);
  if (device) return void (await count(limits.code_device, device));
  await count(limits.code_day, String(userId));
  await count(limits.code, String(userId));
}
