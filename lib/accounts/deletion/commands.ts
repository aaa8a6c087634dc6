import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { personalToken, session, user } from "../../../db/schema/accounts.ts";
import { AppError, Invalid } from "../../errors.ts";
import { sendEmailLater } from "../../mail/commands.ts";
import { normalizeUsername } from "../../unicode.ts";
import { findAccount } from "../auth/accounts.ts";
import type { Actor } from "../auth/actor.ts";
import { deletePushSubscriptions } from "../auth/push-subscriptions.ts";
import { accountDeletedEmail } from "../emails.ts";
import type { Origin } from "../security-log.ts";
import { describeUserAgent } from "../user-agent.ts";
import { getShellData } from "../users/queries.ts";
import { beginSweep } from "./progress.ts";
import { markedName } from "./sweep.ts";

const lastAdminMessage =
  "You are the only admin here, and others have accounts. Whoever runs this Foothold can make somebody else an admin: npm run admin -- NAME.";

/**
 * Deletes the actor's account with everything in it, after a new authentication and with the name typed. Sign-in
 * ends at once; the rows go in the background, whose progress and end it gives. Throws `Invalid` for another name and
 * `AppError` for the last admin of several people.
 */
export async function deleteAccount(actor: Actor, typed: string, from: Origin) {
  const person = await findAccount(actor.user_id);
  if (!person || normalizeUsername(typed).trim() !== person.username) {
    throw new Invalid({ username: ["This is not your user name."] });
  }
  const counts = Object.values((await getShellData(actor))?.counts ?? {});
  await close(actor.user_id);
  const { words } = describeUserAgent(from.user_agent ?? "");
  sendEmailLater(person.email, () => accountDeletedEmail(person.username, words));
  return beginSweep(
    actor.user_id,
    counts.reduce((sum, rows) => sum + rows, 0),
  );
}

/** Removes all credentials, and the name and address, which others may use from now on. */
async function close(userId: number): Promise<void> {
  const mayGo = sql`(not ${user.is_staff}
    or exists (select 1 from ${user} as other where other.id <> ${userId} and other.is_active and other.is_staff)
    or not exists (select 1 from ${user} as other where other.id <> ${userId} and other.is_active))`;
  const closed = await getDb()
    .update(user)
    .set({
      username: markedName(userId),
      email: "",
      email_key: null,
      first_name: "",
      last_name: "",
      password: "!",
      is_active: false,
    })
    .where(and(eq(user.id, userId), mayGo))
    .returning({ id: user.id });
  if (closed.length === 0) throw new AppError(lastAdminMessage);
  await atomically([
    getDb().delete(session).where(eq(session.user_id, userId)),
    getDb().delete(personalToken).where(eq(personalToken.user_id, userId)),
    deletePushSubscriptions(userId),
  ]);
}
