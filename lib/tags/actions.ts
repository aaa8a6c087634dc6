"use server";

import { refresh } from "next/cache";
import type { Actor } from "../accounts/auth/actor.ts";
import { getContact } from "../contacts/queries.ts";
import { AppError } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { getPosting } from "../postings/queries.ts";
import { createTag, deleteTag, restoreTag, updateTag } from "./commands.ts";
import { getTag } from "./queries.ts";
import { changeTags } from "./row-tags.ts";
import { type NamedRow, type TagsChange, taggedRow, tagInput, tagsChange } from "./schema.ts";
import { maxTagName } from "./values.ts";

const finders: Record<NamedRow["kind"], (actor: Actor, id: number) => Promise<{ id: number }>> = {
  job_posting: getPosting,
  email_opportunity: getOpportunity,
  contact: getContact,
};

/** Puts tags on a row, by id or name, and takes others off. */
export const tagRow = clickAction(async ({ actor }, on: NamedRow, change: TagsChange) => {
  const [row, read] = [taggedRow.safeParse(on), tagsChange.safeParse(change)];
  if (!row.success || !read.success)
    throw new AppError(`A tag has a name of up to ${maxTagName} characters.`, "invalid");
  const { kind } = row.data;
  const { id } = await finders[kind](actor, row.data.id);
  await changeTags(actor, { kind, id }, read.data);
  refresh();
  return { message: "Saved", done: true as const };
});

/** Adds a tag. */
export const addTag = formAction(async ({ actor, form }) => {
  const input = parseInput(tagInput(actor.time_zone), { name: "", ...Object.fromEntries(form) });
  const { name } = await createTag(actor, input);
  refresh();
  return { saved: true, message: `Added ${name}` };
});

/** Writes a tag's name and colour. */
export const editTag = formAction(async ({ actor, form }, id: number) => {
  const found = await getTag(actor, rowIdOrZero.parse(id));
  const typed = { name: "", ...Object.fromEntries(form) };
  await updateTag(actor, found, parseInput(tagInput(actor.time_zone), typed));
  refresh();
  return { saved: true };
});

/** Deletes a tag, which takes it off everything. */
export const removeTag = clickAction(async ({ actor }, id: number) => {
  const found = await getTag(actor, rowIdOrZero.parse(id));
  await deleteTag(actor, found);
  refresh();
  return { message: `Deleted the tag ${found.name}`, done: true as const };
});

/** Brings a deleted tag back, on all that had it. */
export const bringBackTag = clickAction(async ({ actor }, id: number) => {
  const { name } = await restoreTag(actor, rowIdOrZero.parse(id));
  refresh();
  return { message: `${name} is back`, done: true as const };
});
