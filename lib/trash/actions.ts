"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { upTo } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { setFlash } from "../forms/flash.ts";
import { getBatch } from "../imports/queries.ts";
import { undoBatch } from "../imports/undo.ts";
import { deletePosting } from "../postings/commands.ts";
import { getPosting } from "../postings/queries.ts";
import { redirectBelow } from "../redirect-below.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import { emptyTrash, purge, restore } from "./commands.ts";
import { trashItem } from "./schema.ts";

const undoRef = z.object({
  kind: trashItem.shape.kind.or(z.enum(["import", "added"])),
  ids: upTo(1000, z.array(trashItem.shape.id)),
});

const gone = { not_found: "It’s no longer in the trash." };

/**
 * For the toast's Undo: takes back a delete, an import or a posting that was added, and answers with a sentence. `from`
 * is the page that it is pressed on, which may be what it takes back.
 */
export const undoDelete = clickAction(
  async ({ actor }, what: { kind: string; ids: number[] }, from: string) => {
    const ref = undoRef.safeParse(what);
    if (!ref.success) return { message: "This cannot be taken back here. Look in the trash." };
    const { kind, ids } = ref.data;
    const yieldIfLong = yieldEvery();
    for (const id of ids) {
      await yieldIfLong();
      if (kind === "import") await undoBatch(actor, await getBatch(actor, id));
      else if (kind === "added") await deletePosting(actor, await getPosting(actor, id));
      else await restore(actor, kind, id);
    }
    refresh();
    if (kind === "added" && ids.some((id) => from === `/postings/${id}`)) {
      await setFlash({ message: "Undone. It is in the trash.", settles: ref.data });
      return redirectBelow("/add");
    }
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
