"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { savedStatus } from "../statuses/documented.ts";
import { readFile } from "./files/read-file.ts";
import { maxSiteName, type ReadAnswer } from "./read-answer.ts";
import { capturedOf, saveForm } from "./read-form.ts";
import { readBox, readInput } from "./read-input.ts";
import { saveCaptured } from "./save.ts";

/** Postings that one press adds at most. */
const maxAdded = 100;

/** Reads what was typed, or the file that was chosen, where the page's script is not there to do it. */
export const readWithoutScript = formAction<[], { read?: ReadAnswer }>(async ({ actor, form }) => {
  const file = form.get("file");
  const read =
    file instanceof File && file.size > 0
      ? await readInput(actor, await readFile(file.name, await file.bytes()))
      : await readBox(actor, String(form.get("typed") ?? ""));
  return { read };
});

/** Saves what was read, its text apart, with what was typed over it, and shows the posting. */
export const addRead = formAction(
  async ({ actor, form }, captured: string, description: string) => {
    const { id, name } = await saveForm(actor, form, capturedOf(captured, description));
    const next = { href: "/add", label: "Add another" };
    const undo = { kind: "added", ids: [id] };
    return { flash: { message: `Added ${name}`, next, undo }, to: `/postings/${id}` };
  },
);

const listed = z.object({
  captured: z.string(),
  description: z.string(),
  site_name: z.string().max(maxSiteName),
});

/** Saves one posting of a list or of several addresses. */
export const addListed = clickAction(async ({ actor }, posting: z.input<typeof listed>) => {
  const { captured, description, site_name } = parseInput(listed, posting);
  const { posting: read, origin } = capturedOf(captured, description);
  const corrections = { posting_status: savedStatus, site_name };
  const { id } = await saveCaptured(actor, read, corrections, origin);
  return { message: "", done: { id } };
});

/** Takes back what one press added: it is in the trash. */
export const takeBackAdded = clickAction(async ({ actor }, ids: number[]) => {
  const known = z.array(rowIdOrZero).max(maxAdded).catch([]).parse(ids);
  for (const id of known) await deletePosting(actor, await getPosting(actor, id));
  refresh();
  return { message: "Undone", done: true as const };
});
