"use server";

import { refresh, revalidatePath } from "next/cache";
import { z } from "zod";
import { type Removal, removeWord, takeBackRemoval } from "../bulk/status-removal.ts";
import { AppError } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { changeWord, createStatus, moveWord } from "./commands.ts";
import { findStatusWord, statusesOf } from "./queries.ts";
import { statusChangeInput, statusInput, wholeWord } from "./schema.ts";
import { type StatusSubject, statusSubjects } from "./values.ts";

const wordName = z.object({ subject: z.enum(statusSubjects), text: z.string().max(64) });

function nameOf(subject: StatusSubject, text: string) {
  const read = wordName.safeParse({ subject, text });
  if (!read.success) throw new AppError("There is no such word.", "invalid");
  return read.data;
}

// Every page shows words: the layout has them too.
const showEverywhere = () => revalidatePath("/", "layout");

const typed = (form: FormData) => {
  const { hue, ...fields } = Object.fromEntries(form);
  return { ...fields, ...(hue === undefined ? {} : { hue: hue === "" ? null : hue }) };
};

/** Adds a word of the person's own. */
export const addWord = formAction(async ({ actor, form }, subject: StatusSubject) => {
  const input = parseInput(statusInput(), { ...typed(form), subject });
  await createStatus(actor, input);
  showEverywhere();
  return { saved: true, message: "Added" };
});

/** Changes what a word is called, its kind and its hue. */
export const editWord = formAction(
  async ({ actor, form }, subject: StatusSubject, text: string) => {
    const { subject: _, text: __, ...change } = parseInput(statusChangeInput(), typed(form));
    await changeWord(actor, nameOf(subject, text).subject, text, change);
    showEverywhere();
    return { saved: true };
  },
);

const switches = z.object({ is_hidden: z.boolean(), is_default: z.boolean() }).partial();

/** Hides a word from menus or shows it again, or makes it what a new posting begins with. */
export const switchWord = clickAction(
  async ({ actor }, subject: StatusSubject, text: string, change: z.infer<typeof switches>) => {
    const name = nameOf(subject, text);
    const read = switches.safeParse(change);
    if (!read.success) throw new AppError("There is no such word.", "invalid");
    await changeWord(actor, name.subject, name.text, read.data);
    const { label } = (await statusesOf(actor))[name.subject].words(name.text);
    showEverywhere();
    refresh();
    const { is_hidden, is_default } = read.data;
    const hidden = is_hidden ? "is hidden" : "is shown";
    const begins = is_default ? "is the default" : "is no longer the default";
    return { message: `${label} ${is_default === undefined ? hidden : begins}`, done: true };
  },
);

/** Moves a word before or behind the next one of its kind. */
export const shiftWord = clickAction(
  async ({ actor }, subject: StatusSubject, text: string, by: number) => {
    const name = nameOf(subject, text);
    await moveWord(actor, name.subject, name.text, by < 0 ? -1 : 1);
    showEverywhere();
    refresh();
    return { message: "", done: true };
  },
);

/** Removes a word, and moves what has it to another; gives what takes both back. */
export const dropWord = clickAction(
  async ({ actor }, subject: StatusSubject, text: string, to?: string) => {
    const name = nameOf(subject, text);
    const row = await findStatusWord(actor, name.subject, name.text);
    if (!row) throw new AppError("That word was removed.", "not_found");
    const { label } = (await statusesOf(actor))[name.subject].words(name.text);
    const done = await removeWord(actor, row, to);
    showEverywhere();
    refresh();
    return { message: `Removed ${label}`, done };
  },
);

const removal = z.object({ word: wholeWord, bulk_change_id: z.int().positive().nullable() });

/** Brings a removed word back, with what it was moved from. */
export const takeBackWord = clickAction(async ({ actor }, sent: Removal) => {
  const read = removal.safeParse(sent);
  if (!read.success) throw new AppError("This cannot be taken back.", "invalid");
  await takeBackRemoval(actor, read.data);
  showEverywhere();
  refresh();
  return { message: "Undone", done: true as const };
});
