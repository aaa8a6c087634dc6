import "server-only";
import { env } from "../../env.ts";
import { checkCredentials, recordLastLogin } from "../auth/credentials.ts";
import { knownDeviceId } from "../auth/known-devices.ts";
import { checkRateLimit, limits, type RateLimit } from "../auth/rate-limits.ts";
import { consumeCode } from "../second-factor/commands.ts";
import { logFailedAttempt, originOf } from "../security-log.ts";

type Given = { username: string; password: string; otp?: string };

/** A sign-in in one step: who it is, or what it lacks. */
type SignIn = { id: number } | { refusal: "credentials" | "code" | "off" };

/**
 * Signs a program in, which sends the code of a second factor along where there is one; notes the moment.
 * Strangers count against `extraLimit` too. Throws `RateLimitExceeded`.
 */
export async function signInWithCredentials(
  given: Given,
  headers: Pick<Headers, "get">,
  extraLimit?: RateLimit,
): Promise<SignIn> {
  if (!env().PASSWORD_SIGN_IN) return { refusal: "off" };
  const found = await checkCredentials(given.username, given.password, headers, extraLimit);
  if (!found) return { refusal: "credentials" };
  if (found.second_factor && !(given.otp && (await checkCode(found.id, given.otp, headers))))
    return { refusal: "code" };
  await recordLastLogin(found.id);
  return { id: found.id };
}

/** Takes a code of somebody whose password fitted; says whether it fits. Throws `RateLimitExceeded`. */
export async function checkCode(
  userId: number,
  code: string,
  headers: Pick<Headers, "get">,
): Promise<boolean> {
  await countCodeAttempt(userId, headers);
  const from = originOf(headers);
  const fits = await consumeCode(userId, code, from);
  if (!fits) await logFailedAttempt(userId, "code_failed", from);
  return fits;
}

// Whoever knows the password can use up what strangers have, so a browser of the person's has its own.
async function countCodeAttempt(userId: number, headers: Pick<Headers, "get">): Promise<void> {
  const device = await knownDeviceId(headers, userId);
  if (device) return void (await checkRateLimit(limits.code_device, device));
  await checkRateLimit(limits.code_day, String(userId));
  await checkRateLimit(limits.code, String(userId));
}
