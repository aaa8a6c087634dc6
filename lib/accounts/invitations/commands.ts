import "server-only";
import { and, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { oneTimeLink } from "../../../db/schema/accounts.ts";
import { Forbidden, NotFound } from "../../errors.ts";
import { sendEmailLater } from "../../mail/commands.ts";
import type { Actor } from "../auth/actor.ts";
import { invitationEmail } from "../emails.ts";
import { createLink, isUnused } from "../one-time-links.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";

/**
 * An admin's invitation for one person, perhaps for an e-mail address, which gets it where mail is sent; gives
 * the link's key. Throws `Forbidden`.
 */
export async function invite(actor: Actor, email: string, from: Origin): Promise<string> {
  if (!actor.is_staff) throw new Forbidden();
  const { user_id } = actor;
  const key = await createLink(
    { purpose: "invitation", made_by: user_id, email },
    logSecurityEvent(user_id, "invitation_made", from),
  );
  if (email) sendEmailLater(email, () => invitationEmail(key));
  return key;
}

/** Revokes an unused invitation. Throws `Forbidden`, `NotFound`. */
export async function revokeInvitation(actor: Actor, id: string, from: Origin): Promise<void> {
  if (!actor.is_staff) throw new Forbidden();
  const [gone] = await getDb()
    .delete(oneTimeLink)
    .where(and(eq(oneTimeLink.token_hash, id), isUnused("invitation")))
    .returning({ id: oneTimeLink.token_hash });
  if (!gone) throw new NotFound();
  await logSecurityEvent(actor.user_id, "invitation_revoked", from);
}
