import "server-only";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { followUp } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { own } from "../records/conditions.ts";
import { settleDue } from "./due.ts";
import type { FollowUpRow, OwnedFollowUp } from "./queries.ts";
import { nextOnce, noteLookAt } from "./repeat.ts";
import type { FollowUpInput } from "./schema.ts";
import { requireSubject } from "./subject.ts";

const insertFollowUp = preparedInsert(followUp);

/** Adds a follow-up. Throws `Invalid` where it has no day, or is about what is not the actor's. */
export async function createFollowUp(actor: Actor, input: FollowUpInput): Promise<FollowUpRow> {
  await requireSubject(actor, input, null);
  const due = settleDue(input, null, actor.time_zone);
  const closed_at = input.state && input.state !== "open" ? now() : null;
  const [rows] = await atomically([
    insertFollowUp({ ...input, ...due, closed_at, user_id: actor.user_id }),
  ]);
  return (rows as FollowUpRow[])[0] as FollowUpRow;
}

/**
 * Updates the given fields as of `moment`. What is done and repeats comes again, counted from today; what gets another
 * day is no longer snoozed. `first` runs before, in the transaction.
 */
export async function updateFollowUp(
  actor: Actor,
  row: OwnedFollowUp,
  input: Partial<FollowUpInput>,
  first: readonly Statement[] = [],
  moment = now(),
): Promise<void> {
  await requireSubject(actor, input, row);
  const due = settleDue(input, row, actor.time_zone);
  const isMoved = due.due_on !== row.due_on && input.snoozed_until === undefined;
  const { state } = input;
  const isClosed = state !== undefined && state !== "open";
  const merged = { ...row, ...input, ...due };
  const isDoneNow = state === "done" && row.state === "open";
  await atomically([
    ...first,
    ...(isDoneNow ? nextOnce(actor, merged, moment) : []),
    ...(isDoneNow ? noteLookAt(actor, merged, moment) : []),
    getDb()
      .update(followUp)
      .set({
        ...input,
        ...due,
        ...(isMoved ? { snoozed_until: null } : {}),
        ...(state === undefined || state === row.state
          ? {}
          : { closed_at: isClosed ? moment : null }),
        updated_at: moment,
      })
      .where(own(followUp, actor, row.id)),
  ]);
}

/** Moves the follow-up to the trash for 30 days. `first` runs before, in the transaction. */
export async function deleteFollowUp(
  actor: Actor,
  row: OwnedFollowUp,
  first: readonly Statement[] = [],
): Promise<void> {
  await atomically([
    ...first,
    getDb()
      .update(followUp)
      .set({ deleted_at: now() })
      .where(own(followUp, actor, row.id)),
  ]);
}
