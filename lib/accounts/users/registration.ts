import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { isUniqueViolation } from "../../../db/errors.ts";
import { user } from "../../../db/schema/accounts.ts";
import { env } from "../../env.ts";
import { Forbidden, Invalid } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { hashPassword } from "../auth/passwords.ts";
import { checkAddressLimit, limits } from "../auth/rate-limits.ts";
import { sendVerificationLater } from "../email-verification/commands.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { admissionRefusal, maySignUp, noUsers, spend } from "./admission.ts";
import { isEmailTaken, isUsernameTaken } from "./queries.ts";
import { documentedPasswordFault, passwordFault, registration, signUpForm } from "./schema.ts";

const closed = "Sign-up is closed here.";
const spent = "This invitation was used already or has ended. Ask for a new one.";

/** What a sign-up in the browser knows besides; the API's begins with the documented values. */
type Beginning = {
  /** it came from the page, which has rules of its own */
  browser?: boolean;
  color_mode?: string;
  time_zone?: string | null;
  from?: Origin;
  /** the key of the link that the person came by */
  invitation?: string;
};

/**
 * Adds a person from a sign-up; the first of all becomes an admin. Honours `SIGN_UP`, and where it is closed an
 * invitation, which is used up with it. Throws `Forbidden` where sign-up is closed, `RateLimitExceeded`, and `Invalid` with
 * the documented sentences, in their documented order.
 */
export async function registerPerson(
  input: unknown,
  { browser, color_mode = "light", time_zone = null, from = {}, invitation }: Beginning = {},
): Promise<{ id: number }> {
  const wanted = parseInput(browser ? signUpForm : registration, input);
  const email_key = wanted.email.toLowerCase();
  const weak = (browser ? passwordFault : documentedPasswordFault)(wanted.password, wanted);
  if (from.address)
    await checkAddressLimit(weak ? limits.sign_up_request : limits.sign_up, from.address);
  await requireSignUpOpen(invitation);
  // The checks above tell nothing about other users; the next tells whether a name is taken.
  if (weak) throw new Invalid({ password: [weak] });
  await requireUntaken(wanted.username, wanted.email);
  const password = await hashPassword(wanted.password);
  const added = sql`
    insert into ${user} (username, email, email_key, password, first_name, last_name, is_staff,
      color_mode, time_zone)
    select ${wanted.username}, ${wanted.email}, ${email_key}, ${password}, ${wanted.first_name},
      ${wanted.last_name}, ${noUsers}, ${color_mode}, ${time_zone} where ${maySignUp(invitation)}`;
  // By its hash, which nobody else has: only a row that was added here is found.
  const mine = and(eq(user.username, wanted.username), eq(user.password, password));
  const found = getDb().select({ id: user.id }).from(user).where(mine);
  try {
    const results = await atomically([added, ...spend(invitation, mine), found]);
    const [row] = results.at(-1) as Awaited<typeof found>;
    if (row) {
      await logSecurityEvent(row.id, "account_made", from);
      sendVerificationLater(row.id);
      return row;
    }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await requireUntaken(wanted.username, wanted.email);
    throw error;
  }
  throw new Forbidden(invitation === undefined ? closed : spent);
}

async function requireSignUpOpen(invitation: string | undefined): Promise<void> {
  const refusal = env().PASSWORD_SIGN_IN ? await admissionRefusal(invitation) : "closed";
  if (refusal) throw new Forbidden(refusal === "spent" ? spent : closed);
}

async function requireUntaken(username: string, email: string): Promise<void> {
  if (await isUsernameTaken(null, username))
    throw new Invalid({ username: ["Username already exists."] });
  if (await isEmailTaken(null, email))
    throw new Invalid({ email: ["Email address is already registered."] });
}
