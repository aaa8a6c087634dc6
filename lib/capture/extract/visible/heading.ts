import { fold } from "../../../imports/vocabulary/fold.ts";
import { isBoardWord } from "./board-words.ts";
import { isJobSection, saysRole } from "./job-words.ts";
import { marked, textOf } from "./page-values.ts";
import type { Shown } from "./shown-page.ts";
import { plainTitle } from "./text-head.ts";

/** What a page's `title` or its OpenGraph calls it. */
export type Title = { text: string };

/** The title in an element that is named for it: some hold the place and the type as well, beside a heading. */
const titleIn = (element: Element): string =>
  plainTitle(textOf(element.querySelector("h1, h2, h3") ?? element));

/** The one heading that names the posting; null where there are several, or none. */
export function headingOf(
  shown: Shown,
  titles: Title[],
): { text: string; sure: boolean; line: number } | null {
  const lineOf = (text: string) =>
    shown.lines.findIndex((line) => !line.framed && line.text === text);
  const marks = marked(shown, "title").map(({ element, kind }) => ({
    kind,
    text: titleIn(element),
  }));
  const board = marks.find(({ kind, text }) => kind !== "common" && text && text.length <= 200);
  if (board) return { text: board.text, sure: true, line: lineOf(board.text) };
  const inTitle = (text: string) => titles.some((each) => fold(each.text).includes(fold(text)));
  const headings = shown.lines
    .filter(({ block, framed }) => !framed && /^H[12]$/.test(block?.tagName ?? ""))
    .map(({ text, block }) => ({ text, first: block?.tagName === "H1" }))
    .filter(({ text }) => text.length <= 200 && !isBoardWord(text) && !isJobSection(text));
  const firsts = new Set(headings.filter(({ first }) => first).map(({ text }) => text));
  const named =
    headings.find(({ text }) => text.length > 3 && inTitle(text) && saysRole(text)) ??
    headings.find(({ text, first }) => first && text.length > 3 && inTitle(text));
  const common = new Set(marks.map(({ text }) => text).filter(Boolean));
  const only = common.size === 1 ? [...common][0] : firsts.size === 1 ? [...firsts][0] : undefined;
  const fallback = only ?? (firsts.size === 0 ? secondHeading(shown, headings) : undefined);
  const text = named?.text ?? (fallback && fallback.length <= 200 ? fallback : undefined);
  return text ? { text, sure: named !== undefined, line: lineOf(text) } : null;
}

/** The title under "Vacancy details", or the only role among the headings of a page without a first one. */
function secondHeading(shown: Shown, headings: readonly { text: string }[]): string | undefined {
  const isUnderPageWord = shown.lines.some(
    ({ text, block, framed }) => !framed && block?.tagName === "H1" && isBoardWord(text),
  );
  if (isUnderPageWord) return headings[0]?.text;
  const roles = headings.filter(({ text }) => saysRole(text));
  return roles.length === 1 ? roles[0]?.text : undefined;
}
