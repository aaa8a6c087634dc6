"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { parseInput } from "../fields.ts";
import { buttonAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { typedValues } from "../forms/form-state.ts";
import { commitBatch, discardBatch, readInEncoding, undoBatch, updateChoices } from "./commands.ts";
import { chosenStatus } from "./plan/chosen-statuses.ts";
import { getBatch } from "./queries.ts";
import { choicesForm, commitForm, encodingName } from "./schema.ts";

/** Plans a dry run again with the person's choices of columns, status words and day/month order. */
export const readAgain = formAction(async ({ actor, form }, id: number) => {
  const batch = await getBatch(actor, id);
  const chosen = choicesForm.parse(typedValues(form));
  const { detected, choices } = batch;
  // Only words that differ from the guess: the guess considers the whole row, an explicit choice does not.
  const words = detected.words.flatMap(({ word, status: guessed }, at) => {
    const status = chosen.word(at);
    const known = chosenStatus(choices.statuses, word) ?? guessed;
    return status === undefined || status === known ? [] : [[word, status] as const];
  });
  await updateChoices(actor, batch, {
    columns: choices.columns.map((target, at) => chosen.column(at) ?? target),
    order: chosen.order,
    statuses: Object.fromEntries(words),
  });
  refresh();
  return { saved: true, message: "Read again." };
});

/** Reads a dry run's file again in the text encoding that the person chose. */
export const readEncoding = formAction(async ({ actor, form }, id: number) => {
  const { encoding } = parseInput(z.object({ encoding: encodingName }), typedValues(form));
  await readInEncoding(actor, await getBatch(actor, id), encoding);
  refresh();
  return { saved: true, message: "Read again." };
});

/** Commits a dry run, in one transaction. */
export const writeImport = formAction(async ({ actor, form }, id: number) => {
  const batch = await getBatch(actor, id);
  const postings = await commitBatch(actor, batch, commitForm.parse(typedValues(form)));
  const undo = postings > 0 ? { undo: { kind: "import", ids: [id] } } : {};
  return { flash: { message: `${counted(postings)} imported.`, ...undo }, to: `/import/${id}` };
});

/** Undoes an import: its postings go to the trash. */
export const undoImport = buttonAction(async ({ actor }, id: number) => {
  const postings = await undoBatch(actor, await getBatch(actor, id));
  return {
    flash: `The import is undone. ${counted(postings)} in the trash.`,
    to: `/import/${id}`,
  };
});

/** Discards a dry run; no posting was written. */
export const discardImport = buttonAction(async ({ actor }, id: number) => {
  await discardBatch(actor, await getBatch(actor, id));
  return { to: "/import" };
});

const counted = (postings: number) =>
  postings === 1 ? "1 posting is" : `${postings} postings are`;
