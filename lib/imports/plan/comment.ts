import { commentLimits } from "../../comments/values.ts";

export type Line = { name: string; text: string };

/** A text as HTML shows it, with its line breaks; characters that no document may hold are left out. */
export function html(text: string): string {
  const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replace(/\n/g, "<br>");
}

/**
 * The contents of the comments that keep what has no field: doubts first, then the cells by heading.
 * Nearly always one; more where a comment's length would not hold it.
 */
export function commentContents(title: string, doubts: string[], lines: Line[]): string[] {
  const parts = [`<p>${html(title)}</p>`];
  if (doubts.length > 0) {
    parts.push(`<ul>${doubts.map((doubt) => `<li><p>${html(doubt)}</p></li>`).join("")}</ul>`);
  }
  for (const { name, text } of lines) {
    for (const [at, piece] of pieces(text).entries()) {
      const label = at === 0 ? name : `${name} (continued)`;
      parts.push(`<p><strong>${html(label)}:</strong> ${html(piece)}</p>`);
    }
  }
  return packed(parts, commentLimits.comment_content);
}

// A sign may grow to six when escaped, so pieces stay well under the limit.
const pieceLength = 8_000;

function pieces(text: string): string[] {
  const all: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) all.push(text.slice(at, at + pieceLength));
  return all;
}

function packed(parts: string[], limit: number): string[] {
  const contents: string[] = [];
  let current = "";
  for (const part of parts) {
    if (current && current.length + part.length > limit) {
      contents.push(current);
      current = "";
    }
    current += part;
  }
  return current ? [...contents, current] : contents;
}
