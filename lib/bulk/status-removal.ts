import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { createStatus, deleteStatus } from "../statuses/commands.ts";
import { type StatusWordRow, statusesOf } from "../statuses/queries.ts";
import type { StatusInput } from "../statuses/schema.ts";
import type { StatusSubject } from "../statuses/values.ts";
import { advance, beginBulkChange, beginUndo } from "./commands.ts";
import { getBulkChange } from "./queries.ts";
import { type BulkKind, maxBulkRows } from "./values.ts";

const bearers: Record<StatusSubject, { kind: BulkKind; column: string }> = {
  posting: { kind: "job_posting", column: "posting_status" },
  opportunity: { kind: "email_opportunity", column: "opportunity_status" },
  stage: { kind: "job_posting", column: "rejected_after_stage" },
};

/** What brings a removed word back: the word, and the change that moved what had it. */
export type Removal = { word: StatusInput; bulk_change_id: number | null };

/**
 * Removes a word and moves what has it to another, as one change of many; gives what takes both back. Throws
 * `Invalid` where there is no such other, and `AppError` where something has it and `to` is not given.
 */
export async function removeWord(
  actor: Actor,
  row: StatusWordRow,
  to: string | undefined,
): Promise<Removal> {
  const { subject, text } = row;
  const word = wordOf(row);
  if (to === undefined) {
    await deleteStatus(actor, row);
    return { word, bulk_change_id: null };
  }
  const { known } = (await statusesOf(actor))[subject];
  if (to === text || !known.includes(to))
    throw new Invalid({ to: ["Choose another of your words."] });
  const { kind, column } = bearers[subject];
  const found = await getDb().all<{ id: number }>(sql`
    select id from ${sql.identifier(kind)} where user_id = ${actor.user_id}
      and deleted_at is null and ${sql.identifier(column)} = ${text} limit ${maxBulkRows + 1}`);
  if (found.length > maxBulkRows)
    throw new Invalid({ to: ["More than 10,000 rows have it. Move some of them first."] });
  const ids = found.map(({ id }) => id);
  const change =
    subject === "stage"
      ? ({ action: "stage", rejected_after_stage: to } as const)
      : ({ action: "status", status: to } as const);
  const begun = await beginBulkChange(actor, { kind, ids, change });
  await advance(actor, begun);
  await deleteStatus(actor, row);
  return { word, bulk_change_id: begun.id };
}

/** Brings a removed word back, and what it was moved to another with it. */
export async function takeBackRemoval(
  actor: Actor,
  { word, bulk_change_id }: Removal,
): Promise<void> {
  await createStatus(actor, word);
  if (bulk_change_id === null) return;
  const undo = await beginUndo(actor, await getBulkChange(actor, bulk_change_id));
  await advance(actor, undo);
}

const wordOf = (row: StatusWordRow): StatusInput => ({
  subject: row.subject,
  text: row.text,
  kind: row.kind as StatusInput["kind"],
  label: row.label,
  hue: row.hue as StatusInput["hue"],
  place: row.place,
  is_hidden: row.is_hidden,
  is_default: row.is_default,
});
