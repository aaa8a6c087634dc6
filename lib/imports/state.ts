import { sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError } from "../errors.ts";
import type { OwnedBatch } from "./queries.ts";

/** Condition: the batch is the actor's and in that state. */
export const ownBatch = (actor: Actor, batch: OwnedBatch, state: OwnedBatch["state"]) =>
  sql`id = ${batch.id} and user_id = ${actor.user_id} and state = ${state}`;

/** The batch, where it is in that state. Throws an `AppError` (conflict). */
export function requireState(batch: OwnedBatch, wanted: OwnedBatch["state"]): OwnedBatch {
  if (batch.state === wanted) return batch;
  const labels = { draft: "a dry run", done: "written", undone: "undone" };
  throw new AppError(`This import is ${labels[batch.state]}.`);
}

/** The batch, where it is a draft of which nothing is written yet. Throws an `AppError` (conflict). */
export function requireUnwritten(batch: OwnedBatch): OwnedBatch {
  if (requireState(batch, "draft").written_row === 0) return batch;
  throw new AppError("This import is being written. Import it to go on, or discard it.");
}
