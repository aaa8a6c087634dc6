"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { actionActor, requireActor } from "../accounts/auth/current.ts";
import { AppError, NotFound, Unauthenticated } from "../errors.ts";
import { setFlash } from "../forms/flash.ts";
import { undoBatch } from "../imports/commands.ts";
import { getBatch } from "../imports/queries.ts";
import { emptyTrash, purge, restore } from "./commands.ts";
import { trashItem } from "./schema.ts";

const undoRef = z.object({
  kind: trashItem.shape.kind.or(z.literal("import")),
  ids: z.array(trashItem.shape.id).max(1000),
});

/** For the toast's Undo: takes back a delete or an import and answers with a sentence. */
export async function undoDelete(what: { kind: string; ids: number[] }): Promise<string> {
  const ref = undoRef.safeParse(what);
  if (!ref.success) return "This cannot be taken back here. Look in the trash.";
  try {
    const actor = await actionActor();
    const { kind, ids } = ref.data;
    for (const id of ids) {
      if (kind === "import") await undoBatch(actor, await getBatch(actor, id));
      else await restore(actor, kind, id);
    }
    refresh();
    return kind === "import" ? "The import is undone." : "It is back.";
  } catch (error) {
    if (error instanceof NotFound) return "It is not in the trash any more.";
    if (error instanceof Unauthenticated) return "You are signed out. It is kept in the trash.";
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** Restores the one thing that a form names. */
export async function restoreItem(form: FormData): Promise<void> {
  await actOn(form, restore, "It is back.");
}

/** Deletes the one thing that a form names for good. */
export async function purgeItem(form: FormData): Promise<void> {
  await actOn(form, purge, "It is gone for good.");
}

/** Deletes everything in the trash for good; the page has asked before. */
export async function emptyWholeTrash(): Promise<void> {
  await emptyTrash(await requireActor());
  await setFlash({ message: "The trash is empty." });
  refresh();
}

async function actOn(form: FormData, act: typeof restore, done: string): Promise<void> {
  const actor = await requireActor();
  const { kind, id } = trashItem.catch({ kind: "site", id: 0 }).parse(Object.fromEntries(form));
  const message = await act(actor, kind, id).then(
    () => done,
    (error) => {
      if (error instanceof NotFound) return "It is not in the trash any more.";
      throw error;
    },
  );
  await setFlash({ message });
  refresh();
}
