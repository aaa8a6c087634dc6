import { htmlPieces, isHtml } from "../../rich-text-markup.ts";
import { textToHtml } from "../../rich-text-plain.ts";
import { plainText } from "../../rich-text-words.ts";

/** A paragraph, a heading or an item of a list, as plain text. */
export type Block = { kind: "paragraph" | "heading" | "item"; text: string };

const kinds: Record<string, Block["kind"]> = {
  ...Object.fromEntries(["h1", "h2", "h3", "h4"].map((name) => [name, "heading"])),
  li: "item",
};
const breaks = new Set("p br ul ol li h1 h2 h3 h4 blockquote pre hr table tr td th div".split(" "));

// Private characters stand for the ends of blocks, so that the words of all of them are read at once.
const marks = { paragraph: "\uE000", heading: "\uE001", item: "\uE002" } as const;
const kindOf = Object.fromEntries(
  Object.entries(marks).map(([kind, mark]) => [mark, kind as Block["kind"]]),
);

/** The blocks of a rich text, in order; empty ones are left out. */
export function blocksOf(text: string): Block[] {
  const given = text.replace(/[\uE000-\uE002]/g, "");
  let kind: Block["kind"] = "paragraph";
  let html = "";
  for (const piece of htmlPieces(isHtml(given) ? given : textToHtml(given))) {
    if (piece.kind === "text") html += piece.raw;
    if (piece.kind !== "tag" || !breaks.has(piece.name)) continue;
    html += marks[kind];
    const { name, closing } = piece;
    // What stands on its own in an item ("<li><p>") is still that item.
    if (name !== "br" && name !== "p") kind = closing ? "paragraph" : (kinds[name] ?? "paragraph");
  }
  const words = plainText(`<p>${html}${marks[kind]}</p>`);
  const blocks: Block[] = [];
  for (let from = 0, at = 0; at < words.length; at++) {
    const found = kindOf[words.charAt(at)];
    if (!found) continue;
    const block = words.slice(from, at).trim();
    if (block) blocks.push({ kind: found, text: block });
    from = at + 1;
  }
  return blocks;
}
