"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError } from "../errors.ts";
import type { Subject } from "../events/commands.ts";
import { parseInput } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { changedFields } from "../forms/initial-values.ts";
import { getOpportunity } from "../opportunities/queries.ts";
import { getPosting } from "../postings/queries.ts";
import {
  addComment,
  type Commented,
  deleteComment,
  editComment,
  restoreComment,
} from "./commands.ts";
import { commentInput, type RemovedComment, removedComment } from "./schema.ts";
import { plainNote } from "./values.ts";

/** The posting or opportunity of a page's comments. */
export type CommentPlace = { subject: Commented["subject"]; id: number };

/** Adds a comment, or rewrites the one named by `ref`. */
export const saveComment = formAction(
  async ({ actor, form }, place: CommentPlace, ref: string | null) => {
    const on = await rowAt(actor, place);
    const { commented_at, comment_type, ...fields } = changedFields(form);
    const input = parseInput(commentInput(actor.time_zone), {
      ...fields,
      comment_type: comment_type?.trim() ? comment_type : plainNote,
      ...(commented_at ? { commented_at } : {}),
    });
    if (typeof ref === "string") await editComment(actor, on, ref, input);
    else await addComment(actor, on, input);
    refresh();
    return { saved: true };
  },
);

/** Deletes a comment; gives what puts it back. */
export const removeComment = clickAction(async ({ actor }, place: CommentPlace, ref: string) => {
  const done = await deleteComment(actor, await rowAt(actor, place), String(ref));
  refresh();
  return { message: "Note deleted", done };
});

/** Puts a deleted comment back. */
export const putBackComment = clickAction(
  async ({ actor }, place: CommentPlace, removed: RemovedComment) => {
    const read = removedComment.safeParse(removed);
    if (!read.success) throw new AppError("This cannot be put back.", "invalid");
    await restoreComment(actor, await rowAt(actor, place), read.data);
    refresh();
    return { message: "Undone", done: true as const };
  },
);

const getRow = {
  job_posting: getPosting,
  email_opportunity: getOpportunity,
} satisfies Record<Subject, (actor: Actor, id: number) => Promise<Commented["row"]>>;

// An invalid id becomes 0, which no row has.
const commentPlace = z
  .object({ subject: z.enum(Object.keys(getRow) as Subject[]), id: z.int().positive() })
  .catch({ subject: "job_posting", id: 0 });

async function rowAt(actor: Actor, place: CommentPlace): Promise<Commented> {
  const { subject, id } = commentPlace.parse(place);
  return { subject, row: await getRow[subject](actor, id) };
}
