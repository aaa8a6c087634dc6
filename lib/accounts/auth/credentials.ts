import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { secondFactor, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { env } from "../../env.ts";
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
  if (!env().PASSWORD_SIGN_IN) return null;
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

/** What somebody is told who lacks a required second factor. */
export const factorFirst = "Set up your second factor first, under Settings, Security.";

/** Whether the operator requires a second factor of the person, who has none. */
export async function lacksRequiredFactor(userId: number): Promise<boolean> {
  const { REQUIRE_SECOND_FACTOR: required } = env();
  if (required === "off") return false;
  // A personal token acts without its admin's rights, but is an admin's nonetheless.
  const concerned = and(
    eq(user.id, userId),
    required === "admins" ? eq(user.is_staff, true) : undefined,
  );
  return (await getDb().$count(user, concerned)) > 0 && !(await hasSecondFactor(userId));
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
