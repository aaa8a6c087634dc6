"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { type TagsChange, tagsChange } from "../tags/schema.ts";
import { maxTagName } from "../tags/values.ts";
import { companyRow, keepCompany, mergeCompany, unmergeCompany } from "./commands.ts";
import { companyKind } from "./kind.ts";
import { getCompany } from "./queries.ts";
import { companyForm, companyInitial, markForm } from "./schema.ts";
import { changeCompanyTags } from "./tags.ts";
import { maxCompanyName } from "./values.ts";

const typedName = z
  .string()
  .trim()
  .min(1)
  .max(maxCompanyName * 2);

/** A company by a name that the browser sent. Throws `AppError` where that is no name. */
async function named(actor: Actor, name: unknown) {
  const read = typedName.safeParse(name);
  if (!read.success) throw new AppError("Type a company’s name.", "invalid");
  return getCompany(actor, read.data);
}

/** Saves the notes, or what is known about a company. */
export const editCompany = formAction(async ({ actor, form }, name: string) => {
  const zone = actor.time_zone;
  const found = await named(actor, name);
  await saveEdit(form, {
    ...companyKind,
    find: () => companyRow(actor, found),
    stored: (row) => companyInitial(row, zone),
    save: (_, changed, check) =>
      keepCompany(actor, found, parseInput(companyForm(zone), changed), check),
  });
  refresh();
  return { saved: true };
});

/** Puts tags on a company, by id or name, and takes others off. */
export const tagCompany = clickAction(async ({ actor }, name: string, change: TagsChange) => {
  const found = await named(actor, name);
  const read = tagsChange.safeParse(change);
  if (!read.success)
    throw new AppError(`A tag has a name of up to ${maxTagName} characters.`, "invalid");
  await changeCompanyTags(actor, found, read.data);
  refresh();
  return { message: "Saved", done: true as const };
});

/** Sets "Do not apply again" with why, or changes why. */
export const markCompany = formAction(async ({ actor, read }, name: string) => {
  const found = await named(actor, name);
  await keepCompany(actor, found, { do_not_apply: true, ...read(markForm) });
  refresh();
  return { saved: true };
});

/** Takes "Do not apply again" off; gives what puts it back. */
export const unmarkCompany = clickAction(async ({ actor }, name: string) => {
  const found = await named(actor, name);
  await keepCompany(actor, found, { do_not_apply: false });
  refresh();
  const { do_not_apply_at: since, do_not_apply_why: why } = found;
  return { message: "The mark is off", done: { since, why } };
});

const mark = z.object({ since: z.iso.datetime({ precision: 6 }), why: z.string() });

/** Puts a mark back as it was. */
export const remarkCompany = clickAction(
  async ({ actor }, name: string, before: { since: string | null; why: string }) => {
    const found = await named(actor, name);
    const read = mark.safeParse(before);
    if (!read.success) throw new AppError("There was no mark.", "invalid");
    const { since, why } = read.data;
    const kept = parseInput(markForm, { do_not_apply_why: why });
    await keepCompany(actor, found, { do_not_apply: { since }, ...kept });
    refresh();
    return { message: "Undone", done: true as const };
  },
);

/** Merges another spelling into a company; gives the id that undoes it. */
export const mergeCompanies = clickAction(async ({ actor }, name: string, other: string) => {
  const [found, second] = [await named(actor, name), await named(actor, other)];
  const id = await mergeCompany(actor, found, other.trim());
  refresh();
  return { message: `Merged ${second.name} into ${found.name}`, done: id };
});

/** Takes a merged spelling out again. */
export const splitCompany = clickAction(async ({ actor }, name: string, id: number) => {
  await unmergeCompany(actor, await named(actor, name), rowIdOrZero.parse(id));
  refresh();
  return { message: "Split again", done: true as const };
});
