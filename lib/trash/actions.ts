"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { actionActor, requireActor } from "@/lib/auth/current.ts";
import { NotFound, Unauthenticated } from "@/lib/errors.ts";
import { setFlash } from "@/lib/flash.ts";
import { emptyTrash, purge, restore } from "./commands.ts";
import { trashItem } from "./schema.ts";

const undoRef = z.object({
  kind: trashItem.shape.kind,
  ids: z.array(trashItem.shape.id).max(1000),
});

/** For the toast's Undo: takes back a delete and answers with a sentence. */
export async function undoDelete(what: { kind: string; ids: number[] }): Promise<string> {
  const ref = undoRef.safeParse(what);
  if (!ref.success) return "This cannot be taken back here. Look in the trash.";
  try {
    const actor = await actionActor();
    for (const id of ref.data.ids) await restore(actor, ref.data.kind, id);
  } catch (error) {
    if (error instanceof NotFound) return "It is not in the trash any more.";
    if (error instanceof Unauthenticated) return "You are signed out. It is kept in the trash.";
    throw error;
  }
  refresh();
  return "It is back.";
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
