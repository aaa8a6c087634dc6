import { expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";
import { differenceOf, type Part } from "./difference.ts";

test("reads paragraphs, headings and items as plain text", () => {
  expect(
    blocksOf("<h2>Job</h2><p>a <b>bold</b><br>next</p><ul><li><p>x</p></li></ul>y &amp; z"),
  ).toEqual([
    { kind: "heading", text: "Job" },
    { kind: "paragraph", text: "a bold" },
    { kind: "paragraph", text: "next" },
    { kind: "item", text: "x" },
    { kind: "paragraph", text: "y & z" },
  ]);
  expect(blocksOf("one\n\ntwo < 3")).toHaveLength(2);
});

test("tells words within a paragraph, and paragraphs that came and went", async () => {
  const before = "<p>Pay: €70,000 a year, and bread</p><p>the same</p><p>gone entirely</p>";
  const after = "<p>Pay: €75,000 a year, and bread</p><p>the same</p><p>new of its kind</p>";
  expect(await differenceOf(before, after)).toEqual([
    {
      kind: "changed",
      block: { kind: "paragraph", text: "Pay: €75,000 a year, and bread" },
      words: [
        { text: "Pay: " },
        { text: "€70,000", only: "before" },
        { text: "€75,000", only: "after" },
        { text: " a year, and bread" },
      ],
    },
    { kind: "same", blocks: [{ kind: "paragraph", text: "the same" }] },
    { kind: "added", block: { kind: "paragraph", text: "new of its kind" } },
    { kind: "removed", block: { kind: "paragraph", text: "gone entirely" } },
  ]);
});

/** All that a difference says of either text, in order. */
const said = (parts: Part[], side: "before" | "after") =>
  parts.flatMap((part) => {
    if (part.kind === "same") return part.blocks.map(({ text }) => text);
    if (part.kind === "changed")
      return [part.words.flatMap(({ text, only }) => (only && only !== side ? [] : text)).join("")];
    return (part.kind === "added") === (side === "after") ? [part.block.text] : [];
  });

const sentence = (of: number) =>
  Array.from({ length: 5 }, (_, i) => `w${(of * 7919 + i * 104_729) % 3000}`).join(" ");
const page = (from: number, blocks: number) =>
  Array.from({ length: blocks }, (_, i) => `<p>${sentence(from + i)}</p>`).join("");

test.each([
  ["a few paragraphs", page(0, 30), page(5, 30)],
  ["thousands that differ", page(0, 5_000), page(9_000, 5_000)],
  ["one of 200,000 characters", page(0, 1).repeat(1) + "x ".repeat(90_000), "y ".repeat(90_000)],
])("keeps every word of both texts, also where time runs out: %s", async (_, before, after) => {
  for (const ms of [20, 0]) {
    const parts = await differenceOf(before, after, ms);
    const words = (text: string[]) => text.join(" ").replace(/\s+/g, " ").trim();
    expect(words(said(parts, "after"))).toBe(words(blocksOf(after).map(({ text }) => text)));
    expect(said(parts, "before").sort()).toEqual(
      blocksOf(before)
        .map(({ text }) => text)
        .sort(),
    );
  }
});
