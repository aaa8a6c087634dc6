/** A text that is hard to work on: it begins with `start`, repeats `unit`, and ends with `end`. */
export type HardText = { name: string; start: string; unit: string; end: string };

const hard = (name: string, unit: string, start = "", end = ""): HardText => ({
  name,
  start,
  unit,
  end,
});

/** Texts that made something slow once, or that are costly by their nature. */
export const hardTexts: readonly HardText[] = [
  hard("blanks", " ", "x", "x"),
  hard("wide blanks", "\u3000", "x", "x"),
  hard("one letter", "a"),
  hard("words", "ab1 cde "),
  hard("combining marks", "\u0301\u0316", "a"),
  hard("wide letters", "\uff21\ufdfa"),
  hard("lines", "a\n\n"),
  hard("nested markup", "<b>", "<p>x</p>"),
  hard("elements", "<p>a</p>"),
  hard("list items", "<ul><li>a"),
  hard("entities", "&amp;", "<p>x</p>"),
  hard("a tag without an end", "<p a=", "<p>x</p>"),
  hard("Word's lists", '<p style="mso-list:l0 level1">1. a</p>'),
  hard("links", '<a href="https://a.example">x</a>'),
];

/** The text in so many characters. */
export function inChars({ start, unit, end }: HardText, chars: number): string {
  const count = Math.max(0, Math.floor((chars - start.length - end.length) / unit.length));
  return (start + unit.repeat(count) + end).slice(0, chars);
}

/** The text in so many bytes at most, as `encode` writes it. */
export function inBytes(text: HardText, bytes: number, encode: (text: string) => string): string {
  const { start, unit, end } = text;
  const size = (part: string) => Buffer.byteLength(encode(part));
  const count = Math.floor((bytes - size(start) - size(end)) / size(unit));
  return start + unit.repeat(Math.max(0, count)) + end;
}

/** So many of the hard texts, others for each turn. */
export const someTexts = (turn: number, count: number): HardText[] =>
  Array.from(
    { length: count },
    (_, at) => hardTexts[(turn * count + at) % hardTexts.length] as HardText,
  );
