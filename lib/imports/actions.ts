"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { buttonAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { typedValues } from "../forms/form-state.ts";
import { discardBatch, readInEncoding, updateChoices } from "./commands.ts";
import { commitBatch } from "./commit.ts";
import { getBatch } from "./queries.ts";
import { choicesOf } from "./questions.ts";
import { answerForm, choicesForm, encodingName, takeForm, wordForm } from "./schema.ts";
import { reviewDefaults, takeRows } from "./staging/taken.ts";
import { restoreBatch, undoBatch } from "./undo.ts";

const changed = {
  conflict: "This import has changed meanwhile. Here is how it stands.",
  invalid: "This is no answer to it.",
};

const batchOf = (actor: Actor, id: number) => getBatch(actor, rowIdOrZero.parse(id));

/** Plans a dry run again with the person's choices of columns and day/month order. */
export const readAgain = formAction(async ({ actor, form }, id: number) => {
  const batch = await batchOf(actor, id);
  const chosen = choicesForm.parse(typedValues(form));
  await updateChoices(actor, batch, {
    columns: batch.choices.columns.map((target, at) => chosen.column(at) ?? target),
    order: chosen.order,
  });
  refresh();
  return { saved: true, message: "Read again." };
});

/** Reads a dry run's file again in the text encoding that the person chose. */
export const readEncoding = formAction(async ({ actor, form }, id: number) => {
  const { encoding } = parseInput(z.object({ encoding: encodingName }), typedValues(form));
  await readInEncoding(actor, await batchOf(actor, id), encoding);
  refresh();
  return { saved: true, message: "Read again." };
});

/** Answers a question about a dry run's columns: the order of its dates, or what a column holds. */
export const answerQuestion = buttonAction(async ({ actor, form }, id: number) => {
  const batch = await batchOf(actor, id);
  const { kind, column = null, answer } = parseInput(answerForm, Object.fromEntries(form));
  const question = (batch.detected.questions ?? []).find(
    (each) => each.kind === kind && each.column === column,
  );
  if (question) await updateChoices(actor, batch, choicesOf(batch.choices, question, answer));
  return {};
}, changed);

/** Says which status a word of the file means. */
export const setWord = buttonAction(async ({ actor, form }, id: number) => {
  const { word, status } = parseInput(wordForm, Object.fromEntries(form));
  await updateChoices(actor, await batchOf(actor, id), { statuses: { [word]: status } });
  return {};
}, changed);

/** Takes rows of a dry run, or leaves them out: one, or those with the same question. */
export const takeImportRows = buttonAction(async ({ actor, form }, id: number) => {
  const { taken, ...chosen } = parseInput(takeForm, Object.fromEntries(form));
  await takeRows(actor, await batchOf(actor, id), chosen, taken);
  return {};
}, changed);

/** Commits a dry run. */
export const writeImport = buttonAction(async ({ actor }, id: number) => {
  const postings = await commitBatch(actor, await batchOf(actor, id), reviewDefaults);
  const undo = postings > 0 ? { undo: { kind: "import", ids: [id] } } : {};
  return { flash: `Imported ${counted(postings)}`, ...undo, to: `/import/${id}` };
}, changed);

/** Undoes an import: its postings go to the trash. */
export const undoImport = buttonAction(async ({ actor }, id: number) => {
  const postings = await undoBatch(actor, await batchOf(actor, id));
  const flash = `Undone. ${counted(postings)} ${postings === 1 ? "is" : "are"} in the trash.`;
  return { flash, settles: { kind: "import", ids: [id] }, to: `/import/${id}` };
}, changed);

/** Brings the postings of an undone import back from the trash. */
export const restoreImport = buttonAction(async ({ actor }, id: number) => {
  const postings = await restoreBatch(actor, await batchOf(actor, id));
  return { flash: `Restored ${counted(postings)}` };
}, changed);

/** Discards a dry run; no posting was written. */
export const discardImport = buttonAction(async ({ actor }, id: number) => {
  await discardBatch(actor, await batchOf(actor, id));
  return { flash: "Discarded", to: "/import" };
}, changed);

const counted = (postings: number) =>
  postings === 1 ? "1 posting" : `${postings.toLocaleString("en-US")} postings`;
