import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { isUniqueViolation } from "../../db/errors.ts";
import { tag } from "../../db/schema/tags.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { AppError, Invalid, NotFound } from "../errors.ts";
import { updateRow } from "../records/commands.ts";
import { live, own } from "../records/conditions.ts";
import { deleteInChunks } from "../records/delete-in-chunks.ts";
import { tagKey } from "./names.ts";
import type { OwnedTag, TagRow } from "./queries.ts";
import type { TagInput } from "./schema.ts";
import { type Hue, hues, maxTags } from "./values.ts";

export const tooManyTags = `You have ${maxTags} tags already, and no more fit. Delete one first.`;

const taken = { name: ["You have a tag of this name already."] };

/** Runs what writes a name. Throws `Invalid` where another of the actor's tags has it. */
async function withName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid(taken);
    throw error;
  }
}

const mine = ({ user_id }: Actor) => sql`user_id = ${user_id} and deleted_at is null`;

/** SQL for the hue that the fewest of the actor's tags have. */
const nextHue = (actor: Actor) => sql`(select j.value from json_each(${JSON.stringify(hues)}) j
  order by (select count(*) from tag g where g.${mine(actor)} and g.hue = j.value), j.key limit 1)`;

/** Statement: adds a tag, unless there are as many as there may be; `unless` says where it is not needed. */
export const insertTag = (actor: Actor, name: string, hue?: Hue, unless = sql`false`) =>
  sql`insert into tag (user_id, name, name_key, hue)
    select ${actor.user_id}, ${name}, ${tagKey(name)}, ${hue ?? nextHue(actor)}
    where (select count(*) from tag where ${mine(actor)}) < ${maxTags} and not ${unless}`;

/** Adds a tag; without a hue it gets the one that is used least. Throws `Invalid`, or an `AppError` beyond the limit. */
export async function createTag(actor: Actor, { name, hue }: TagInput): Promise<TagRow> {
  const [inserted, rows] = await withName(() =>
    atomically([
      insertTag(actor, name, hue),
      getDb()
        .select()
        .from(tag)
        .where(and(live(tag, actor.user_id), eq(tag.name_key, tagKey(name)))),
    ]),
  );
  const [row] = rows as TagRow[];
  if ((inserted as { changes: number }).changes === 0 || !row) throw new AppError(tooManyTags);
  return row;
}

/** Updates the given fields. `first` runs before, in the transaction. Throws `Invalid`. */
export async function updateTag(
  actor: Actor,
  { id }: OwnedTag,
  input: Partial<TagInput>,
  first: readonly Statement[] = [],
): Promise<void> {
  const key = input.name === undefined ? {} : { name_key: tagKey(input.name) };
  await withName(() => atomically([...first, updateRow(tag, actor, id, { ...input, ...key })]));
}

/** Deletes a tag, which takes it off everything; `restoreTag` puts it back. */
export async function deleteTag(
  actor: Actor,
  { id }: OwnedTag,
  first: readonly Statement[] = [],
): Promise<void> {
  await atomically([
    ...first,
    getDb()
      .update(tag)
      .set({ deleted_at: now() })
      .where(own(tag, actor, id)),
  ]);
}

const keepDays = 30;
const keptSince = () => toStored(Date.now() - keepDays * dayMs);

/**
 * Brings a tag back that was deleted in the last 30 days, with all that had it. Throws `NotFound`, or an `AppError`
 * where another tag has its name by now.
 */
export async function restoreTag(actor: Actor, id: number): Promise<TagRow> {
  if ((await getDb().$count(tag, live(tag, actor.user_id))) >= maxTags)
    throw new AppError(tooManyTags);
  try {
    const [row] = await getDb()
      .update(tag)
      .set({ deleted_at: null, updated_at: now() })
      .where(and(eq(tag.id, id), eq(tag.user_id, actor.user_id), gt(tag.deleted_at, keptSince())))
      .returning();
    if (row) return row;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("You have another tag of this name by now. Rename that one first.");
  }
  throw new NotFound();
}

/** Removes anybody's tags for good that were deleted over 30 days ago; for the daily cleanup. */
export async function purgeTags(): Promise<void> {
  const old = sql`deleted_at <= ${keptSince()}`;
  // A tag may be on thousands of rows, which are queued for the search as it goes.
  await deleteInChunks("tag_link", sql`tag_id in (select id from tag where ${old})`);
  await deleteInChunks("tag", old);
}
