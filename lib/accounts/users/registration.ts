import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { isUniqueViolation } from "../../../db/errors.ts";
import { oneTimeLink, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { env } from "../../env.ts";
import { Forbidden, Invalid } from "../../errors.ts";
import { parseInput } from "../../fields.ts";
import { hashPassword } from "../auth/passwords.ts";
import { checkAddressLimit, limits } from "../auth/rate-limits.ts";
import { sendVerificationLater } from "../email-verification/commands.ts";
import { findLink, usableLink } from "../one-time-links.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { isEmailTaken, isUsernameTaken, signUpState } from "./queries.ts";
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
  const used = invitation === undefined ? [] : [spend(invitation, mine)];
  try {
    const results = await atomically([added, ...used, found]);
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

const noUsers = sql`not exists (select 1 from ${user})`;

function maySignUp(invitation: string | undefined): SQL {
  if (env().SIGN_UP === "open") return sql`true`;
  if (invitation === undefined) return noUsers;
  return sql`exists (select 1 from ${oneTimeLink} where ${usableLink(invitation, "invitation")})`;
}

function spend(invitation: string, mine: SQL | undefined) {
  const taken = sql`exists (select 1 from ${user} where ${mine})`;
  // Whom it was for is the new person's to keep or delete.
  const values = { used_at: now(), email: "" };
  return getDb()
    .update(oneTimeLink)
    .set(values)
    .where(and(usableLink(invitation, "invitation"), taken));
}

async function requireSignUpOpen(invitation: string | undefined): Promise<void> {
  if (!env().PASSWORD_SIGN_IN) throw new Forbidden(closed);
  if (env().SIGN_UP === "open") return;
  if (invitation === undefined) {
    if ((await signUpState()) === "closed") throw new Forbidden(closed);
  } else if (!(await findLink(invitation, "invitation"))) {
    throw new Forbidden(spent);
  }
}

async function requireUntaken(username: string, email: string): Promise<void> {
  if (await isUsernameTaken(null, username))
    throw new Invalid({ username: ["Username already exists."] });
  if (await isEmailTaken(null, email))
    throw new Invalid({ email: ["Email address is already registered."] });
}
