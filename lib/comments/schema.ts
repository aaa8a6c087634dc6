import { z } from "zod";
import { instantOrDay, text } from "../fields.ts";
import { parseJsonText } from "../json-text.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { plainText } from "../rich-text-words.ts";
import { commentLimits } from "./values.ts";

const longest = commentLimits.comment_content;

/** A comment as a form sends it; its content comes out safe. `zone` reads a moment without an offset. */
export const commentInput = (zone: string) =>
  z.object({
    comment_type: text({ max: commentLimits.comment_type }),
    commented_at: instantOrDay(zone).optional(),
    comment_content: text({ max: longest }).transform((value, ctx) => {
      const safe = sanitizeRichText(value);
      if (plainText(safe) === "") {
        ctx.addIssue({ code: "custom", message: "This field may not be blank." });
      }
      return safe;
    }),
  });

export type CommentInput = z.infer<ReturnType<typeof commentInput>>;

/** A deleted comment as its undo sends it back: its JSON, and its position in the list. */
export const removedComment = z.object({
  raw: z
    .string()
    .max(1_000_000)
    .refine((text) => isJson(text)),
  place: z.int().min(0),
});

export type RemovedComment = z.infer<typeof removedComment>;

function isJson(text: string): boolean {
  try {
    parseJsonText(text);
    return true;
  } catch {
    return false;
  }
}
