import { expect, test } from "vitest";
import { htmlPieces } from "./rich-text-markup.ts";
import { boundedMarkup } from "./rich-text-nesting.ts";

const bounded = (html: string) => boundedMarkup(htmlPieces(html));

test("elements are nested a hundred deep at most, before the sanitizer sees them", () => {
  expect(bounded(`${"<b>".repeat(5_000)}word${"</b>".repeat(5_000)}`)).toBe(
    `${"<b>".repeat(100)}word${"</b>".repeat(100)}`,
  );
  expect(bounded("<ul><li>a<ul><li>b</ul><li>c</ul>")).toBe("<ul><li>a<ul><li>b</ul><li>c</ul>");
});
