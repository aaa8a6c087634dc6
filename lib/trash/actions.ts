"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { actionActor } from "@/lib/auth/current.ts";
import { NotFound, Unauthenticated } from "@/lib/errors.ts";
import { restore } from "./commands.ts";
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
