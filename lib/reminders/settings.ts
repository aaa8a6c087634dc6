import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { user } from "../../db/schema/accounts.ts";
import { reminderSetting } from "../../db/schema/reminders.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { sendsMail } from "../mail/sends-mail.ts";
import type { ReminderInput } from "./schema.ts";
import type { ReminderKind } from "./values.ts";

/** The actor's reminders, and whether mails can come; `reason` says why not. */
export async function getReminders(actor: Actor) {
  const [row] = await getDb()
    .select({
      digest_hour: reminderSetting.digest_hour,
      interview_minutes: reminderSetting.interview_minutes,
      push_digest_hour: reminderSetting.push_digest_hour,
      push_interview_minutes: reminderSetting.push_interview_minutes,
      email: user.email,
      proved: user.email_verified_at,
    })
    .from(user)
    .leftJoin(reminderSetting, eq(reminderSetting.user_id, user.id))
    .where(eq(user.id, actor.user_id));
  const reason = reasonOf(row?.email ?? "", row?.proved != null);
  return {
    digest_hour: row?.digest_hour ?? null,
    interview_minutes: row?.interview_minutes ?? null,
    push_digest_hour: row?.push_digest_hour ?? null,
    push_interview_minutes: row?.push_interview_minutes ?? null,
    available: reason === "",
    reason,
  };
}

function reasonOf(email: string, isProved: boolean): string {
  if (!sendsMail()) return "This Foothold sends no mail: whoever runs it has set no SMTP_URL.";
  if (!email) return "Your profile has no e-mail address.";
  return isProved ? "" : "Your e-mail address is not proved yet. Prove it in your profile.";
}

/** Writes the given reminders of the actor and leaves the others. */
export async function updateReminders(actor: Actor, input: ReminderInput): Promise<void> {
  const set = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length === 0) return;
  await getDb()
    .insert(reminderSetting)
    .values({ ...set, user_id: actor.user_id })
    .onConflictDoUpdate({ target: reminderSetting.user_id, set });
}

/** Ends one kind of reminder of a person, who is known by the key in a mail alone. */
export async function endReminder(userId: number, kind: ReminderKind): Promise<void> {
  const set = kind === "digest" ? { digest_hour: null } : { interview_minutes: null };
  await getDb().update(reminderSetting).set(set).where(eq(reminderSetting.user_id, userId));
}
