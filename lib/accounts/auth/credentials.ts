import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { secondFactor, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { afterResponse } from "../../runtime/after-response.ts";
import { normalizeUsername } from "../../unicode.ts";
import { logFailedAttempt, originOf } from "../security-log.ts";
import { clientAddress } from "./client-address.ts";
import { knownDeviceId } from "./known-devices.ts";
import { countPasswordAttempt } from "./password-attempts.ts";
import { verifyPassword } from "./passwords.ts";
import { type RateLimit, refundRateLimit } from "./rate-limits.ts";

/**
 * The active person with this name and password, else null, and whether a code is asked for besides. The
 * request's headers tell whose tries are counted, against `extraLimit` too where it is a stranger. Throws `RateLimitExceeded`.
 */
export async function checkCredentials(
  username: string,
  password: string,
  headers: Pick<Headers, "get">,
  extraLimit?: RateLimit,
) {
  const name = normalizeUsername(username);
  const [person] = await getDb()
    .select({ id: user.id, password: user.password, is_active: user.is_active })
    .from(user)
    .where(eq(user.username, name));
  const device = await knownDeviceId(headers, person?.id);
  const counted = await countPasswordAttempt(
    { name, address: clientAddress(headers), device, user_id: person?.id },
    extraLimit,
  );
  const fits = await verifyPassword(person?.password, password);
  // Logged after the response, whose time would otherwise reveal that the person exists.
  if (person && !fits)
    afterResponse(() => logFailedAttempt(person.id, "sign_in_failed", originOf(headers)));
  if (!person || !fits || !person.is_active) return null;
  // A right password is not counted.
  await refundRateLimit(counted);
  return { id: person.id, second_factor: await hasSecondFactor(person.id) };
}

/** Whether the person's sign-in needs a code of their app besides. */
export async function hasSecondFactor(userId: number): Promise<boolean> {
  const mine = and(eq(secondFactor.user_id, userId), isNotNull(secondFactor.confirmed_at));
  return (await getDb().$count(secondFactor, mine)) > 0;
}

/** Records the time of a completed sign-in. Returns the person's colour mode, for the browser's cookie. */
export async function recordLastLogin(userId: number): Promise<string | undefined> {
  const [person] = await getDb()
    .update(user)
    .set({ last_login: now() })
    .where(eq(user.id, userId))
    .returning({ color_mode: user.color_mode });
  return person?.color_mode;
}
