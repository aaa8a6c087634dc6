"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { upTo } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { getBatch } from "../imports/queries.ts";
import { undoBatch } from "../imports/undo.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import { emptyTrash, purge, restore } from "./commands.ts";
import { trashItem } from "./schema.ts";

const undoRef = z.object({
  kind: trashItem.shape.kind.or(z.literal("import")),
  ids: upTo(1000, z.array(trashItem.shape.id)),
});

const gone = { not_found: "It’s no longer in the trash." };

/** For the toast's Undo: takes back a delete or an import and answers with a sentence. */
export const undoDelete = clickAction(
  async ({ actor }, what: { kind: string; ids: number[] }) => {
    const ref = undoRef.safeParse(what);
    if (!ref.success) return { message: "This cannot be taken back here. Look in the trash." };
    const { kind, ids } = ref.data;
    const yieldIfLong = yieldEvery();
    for (const id of ids) {
      await yieldIfLong();
      if (kind === "import") await undoBatch(actor, await getBatch(actor, id));
      else await restore(actor, kind, id);
    }
    refresh();
    return { message: "Undone" };
  },
  { ...gone, unauthenticated: "You are signed out. It is kept in the trash." },
);

const itemOf = (form: FormData) =>
  trashItem.catch({ kind: "job_site", id: 0 }).parse(Object.fromEntries(form));

/** Restores the one thing that a form names. */
export const restoreItem = buttonAction(async ({ actor, form }) => {
  const { kind, id } = itemOf(form);
  await restore(actor, kind, id);
  return { flash: "Restored", settles: { kind, ids: [id] } };
}, gone);

/** Deletes the one thing that a form names for good. */
export const purgeItem = buttonAction(async ({ actor, form }) => {
  const { kind, id } = itemOf(form);
  await purge(actor, kind, id);
  return { flash: "Deleted for good", settles: { kind, ids: [id] } };
}, gone);

/** Deletes everything in the trash for good; the page has asked before. */
export const emptyWholeTrash = buttonAction(async ({ actor }) => {
  await emptyTrash(actor);
  return { flash: "The trash is empty." };
});
