import { commentLimits } from "../../comments/values.ts";
import type { Draft } from "./draft.ts";

export type CommentLine = { name: string; text: string };

/** Escapes a text for HTML: line breaks become `<br>`, control characters and lone surrogates are removed. */
export function html(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "<br>");
}

/**
 * The comments that hold a row's warnings and leftover cells; none if there is neither. Usually one; more if
 * the text exceeds a comment's length.
 */
export function commentsOf(
  title: string,
  warnings: string[],
  lines: CommentLine[],
  commented_at: string,
): Draft["comments"] {
  if (warnings.length === 0 && lines.length === 0) return [];
  const parts = [`<p>${html(title)}</p>`];
  if (warnings.length > 0) {
    parts.push(`<ul>${warnings.map((doubt) => `<li><p>${html(doubt)}</p></li>`).join("")}</ul>`);
  }
  for (const { name, text } of lines) {
    for (const [at, piece] of splitText(text).entries()) {
      const label = at === 0 ? name : `${name} (continued)`;
      parts.push(`<p><strong>${html(label)}:</strong> ${html(piece)}</p>`);
    }
  }
  return packParts(parts).map((comment_content, at) => ({
    id: at + 1,
    commented_at,
    comment_type: "Note",
    comment_content,
  }));
}

// Escaping can grow a character to six, so chunks stay well below the comment's limit.
const pieceLength = 8_000;

function splitText(text: string): string[] {
  const all: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) all.push(text.slice(at, at + pieceLength));
  return all;
}

function packParts(parts: string[]): string[] {
  const contents: string[] = [];
  let current = "";
  for (const part of parts) {
    if (current && current.length + part.length > commentLimits.comment_content) {
      contents.push(current);
      current = "";
    }
    current += part;
  }
  return current ? [...contents, current] : contents;
}
