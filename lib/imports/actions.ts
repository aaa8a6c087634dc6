"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { actionActor, requireActor } from "../accounts/auth/current.ts";
import { setFlash } from "../forms/flash.ts";
import { type FormState, formState, typedValues } from "../forms/form-action.ts";
import { orNotFound } from "../route-params.ts";
import { commitBatch, discardBatch, rechoose, undoBatch } from "./commands.ts";
import { getBatch } from "./queries.ts";
import { choicesForm, commitForm } from "./schema.ts";
import { fold } from "./words/fold.ts";

/** Reads a dry run's rows anew, as the person says that the columns, words and dates are meant. */
export async function readAgain(id: number, _: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
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
}

/** Writes what the dry run shows, all of it or nothing. */
export async function writeImport(id: number, _: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const batch = await getBatch(actor, id);
    const postings = await commitBatch(actor, batch, commitForm.parse(typedValues(form)));
    await setFlash({
      message: `${counted(postings)} imported.`,
      ...(postings > 0 ? { undo: { kind: "import", ids: [id] } } : {}),
    });
    redirect(`/import/${id}`);
  });
}

/** Takes an import back: its postings go to the trash. */
export async function undoImport(id: number): Promise<void> {
  const actor = await requireActor();
  const batch = await orNotFound(getBatch(actor, id));
  const postings = await orNotFound(undoBatch(actor, batch));
  await setFlash({ message: `The import is undone. ${counted(postings)} in the trash.` });
  redirect(`/import/${id}`);
}

/** Throws a dry run away; nothing of it was written. */
export async function discardImport(id: number): Promise<void> {
  const actor = await requireActor();
  await discardBatch(actor, await orNotFound(getBatch(actor, id)));
  redirect("/import");
}

const counted = (postings: number) =>
  postings === 1 ? "1 posting is" : `${postings} postings are`;
