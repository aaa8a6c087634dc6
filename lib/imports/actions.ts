"use server";

import { refresh } from "next/cache";
import { buttonAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { typedValues } from "../forms/form-state.ts";
import { commitBatch, discardBatch, rechoose, undoBatch } from "./commands.ts";
import { getBatch } from "./queries.ts";
import { choicesForm, commitForm } from "./schema.ts";
import { fold } from "./words/fold.ts";

/** Reads a dry run's rows anew, as the person says that the columns, words and dates are meant. */
export const readAgain = formAction(async ({ actor, form }, id: number) => {
  const batch = await getBatch(actor, id);
  const chosen = choicesForm.parse(typedValues(form));
  const { detected, choices } = batch;
  const columns = choices.columns.map((target, at) => chosen.column(at) ?? target);
  // Only what differs from our reading: that looks at the whole row, where a word alone cannot.
  const words = detected.words.flatMap(({ word, status: guessed }, at) => {
    const status = chosen.word(at);
    const known = choices.statuses[fold(word)] ?? guessed;
    return status === undefined || status === known ? [] : [[fold(word), status] as const];
  });
  await rechoose(actor, batch, {
    columns,
    order: chosen.order ?? choices.order,
    statuses: { ...choices.statuses, ...Object.fromEntries(words) },
  });
  refresh();
  return { saved: true, message: "Read again." };
});

/** Writes what the dry run shows, all of it or nothing. */
export const writeImport = formAction(async ({ actor, form }, id: number) => {
  const batch = await getBatch(actor, id);
  const postings = await commitBatch(actor, batch, commitForm.parse(typedValues(form)));
  const undo = postings > 0 ? { undo: { kind: "import", ids: [id] } } : {};
  return { flash: { message: `${counted(postings)} imported.`, ...undo }, to: `/import/${id}` };
});

/** Takes an import back: its postings go to the trash. */
export const undoImport = buttonAction(async ({ actor }, id: number) => {
  const postings = await undoBatch(actor, await getBatch(actor, id));
  return {
    flash: `The import is undone. ${counted(postings)} in the trash.`,
    to: `/import/${id}`,
  };
});

/** Throws a dry run away; nothing of it was written. */
export const discardImport = buttonAction(async ({ actor }, id: number) => {
  await discardBatch(actor, await getBatch(actor, id));
  return { to: "/import" };
});

const counted = (postings: number) =>
  postings === 1 ? "1 posting is" : `${postings} postings are`;
