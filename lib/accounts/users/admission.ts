import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { oneTimeLink, user } from "../../../db/schema/accounts.ts";
import { now } from "../../dates.ts";
import { env } from "../../env.ts";
import { findLink, usableLink } from "../one-time-links.ts";
import { signUpState } from "./queries.ts";

/** Why a sign-up is refused (`spent`: its invitation no longer works), or undefined. */
export async function admissionRefusal(
  invitation: string | undefined,
): Promise<"closed" | "spent" | undefined> {
  if (env().SIGN_UP === "open") return undefined;
  if (invitation === undefined) return (await signUpState()) === "closed" ? "closed" : undefined;
  return (await findLink(invitation, "invitation")) ? undefined : "spent";
}

/** SQL condition: nobody has an account yet. */
export const noUsers: SQL = sql`not exists (select 1 from ${user})`;

/** SQL condition: an account may be made, at the moment of the statement. */
export function maySignUp(invitation: string | undefined): SQL {
  if (env().SIGN_UP === "open") return sql`true`;
  if (invitation === undefined) return noUsers;
  return sql`exists (select 1 from ${oneTimeLink} where ${usableLink(invitation, "invitation")})`;
}

/** The statements that use an invitation up where `mine`, the new person, was added. */
export function spend(invitation: string | undefined, mine: SQL | undefined) {
  if (invitation === undefined) return [];
  const taken = sql`exists (select 1 from ${user} where ${mine})`;
  // Whom it was for is the new person's to keep or delete.
  const values = { used_at: now(), email: "" };
  const usable = and(usableLink(invitation, "invitation"), taken);
  return [getDb().update(oneTimeLink).set(values).where(usable)];
}
