import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { emailOpportunity } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { now } from "../dates.ts";
import { lastId, logChange, logEvent } from "../events/commands.ts";
import type { OpportunityRow, OwnedOpportunity } from "./queries.ts";
import type { OpportunityInput } from "./schema.ts";

const own = (actor: Actor, id: number) =>
  and(
    eq(emailOpportunity.id, id),
    eq(emailOpportunity.user_id, actor.user_id),
    isNull(emailOpportunity.deleted_at),
  );

/** Adds an opportunity with its first event. */
export async function createOpportunity(
  actor: Actor,
  input: OpportunityInput,
): Promise<OpportunityRow> {
  const [rows] = await atomically([
    getDb()
      .insert(emailOpportunity)
      .values({ ...input, user_id: actor.user_id })
      .returning(),
    logEvent(actor, "email_opportunity", lastId("email_opportunity"), {
      kind: "created",
      to: input.opportunity_status,
    }),
  ]);
  return (rows as OpportunityRow[])[0] as OpportunityRow;
}

/** Writes the given fields and leaves the others; logs a changed status. */
export async function updateOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
  input: Partial<OpportunityInput>,
): Promise<void> {
  const { id } = opportunity;
  const status = input.opportunity_status;
  await atomically([
    ...(status === undefined
      ? []
      : [
          logChange(actor, "email_opportunity", id, "opportunity_status", {
            kind: "status",
            to: status,
          }),
        ]),
    getDb()
      .update(emailOpportunity)
      .set({ ...input, updated_at: now() })
      .where(own(actor, id)),
  ]);
}

/** Moves the opportunity to the trash, whence its owner can restore it for 30 days. */
export async function deleteOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
): Promise<void> {
  await atomically([
    logEvent(actor, "email_opportunity", opportunity.id, { kind: "deleted" }),
    getDb().update(emailOpportunity).set({ deleted_at: now() }).where(own(actor, opportunity.id)),
  ]);
}
