import { workbookOf } from "../../../lib/imports/testing.ts";
import type { Sizes } from "./sizes.ts";
import { hardTexts, inChars } from "./texts.ts";

/** A list as people keep one, whose words, days and notations differ from row to row. */
function applications(rows: number): string[][] {
  const days = (at: number) => [1 + (at % 9), 10 + (at % 18), 2026] as const;
  const notations = [
    (at: number) => days(at).toReversed().join("-"),
    (at: number) => days(at).join("/"),
    (at: number) => `${days(at)[1]} March ${days(at)[2]}`,
    (at: number) => `sent ${days(at).join(".")}, heard back?`,
  ];
  const words = ["Applied", "Rejected", "Interview", "No response"];
  const headings = "Company,Title,Date Applied,Status,Link,Pay,Location,Notes".split(",");
  return [
    headings,
    ...Array.from({ length: rows }, (_, at) => [
      `Company ${at % 5_000} Ltd`,
      `Engineer "${at}"`,
      notations[at % 4]?.(at) ?? "",
      at % 10 === 0 ? `word ${at}` : (words[at % 4] ?? ""),
      `https://jobs.example/${at}?from=list&n=${at}`,
      `$${80 + (at % 40)},000 - 120k`,
      at % 3 === 0 ? "Berlin (remote)" : "Orléans, France",
      `Talked to person ${at}, called ${at % 12}:30. They call back in a week or two.`,
    ]),
  ];
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: string[][]) => rows.map((row) => row.map(quoted).join(",")).join("\n");

/** Cells of the longest length, a column for each hard text, in so many rows. */
const longCells = ({ cellChars }: Sizes, rows: number): string[][] => [
  ["Company", ...hardTexts.map((_, at) => `Notes ${at}`)],
  ...Array.from({ length: rows }, () => [
    "Fern",
    ...hardTexts.map((text) => inChars(text, cellChars)),
  ]),
];

const wide = ({ columns }: Sizes, rows: number): string[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_each, column) => `${row % 7}a${column}`),
  );

const escaped = (cell: string) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const cellOf = (cell: string) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
const sheet = (rows: string[][]) =>
  `<sheetData>${rows.map((row) => `<row>${row.map(cellOf).join("")}</row>`).join("")}</sheetData>`;
const workbook = (rows: string[][]) => new Uint8Array(workbookOf({ Hunt: sheet(rows) }));

type Contents = string | Uint8Array<ArrayBuffer>;

/** A list that is planned, changed, written, undone and restored; in an encoding that has to be guessed. */
export const manyApplications = ({ rows }: Sizes): Contents =>
  new Uint8Array(Buffer.from(csv(applications(rows)), "latin1"));

/** The same list as a workbook. */
export const workbookOfApplications = (rows: number): Contents => workbook(applications(rows));

/** Files of the largest size, each hard in its own way; made one at a time, since together they fill the memory. */
export function largeFiles(sizes: Sizes): [name: string, make: () => Contents][] {
  const bytes = sizes.fileBytes - 1_000;
  const longRows = Math.max(1, Math.floor(bytes / (sizes.cellChars * hardTexts.length * 2)));
  const wideRows = Math.floor(bytes / (sizes.columns * 10));
  const filled = (unit: string, start = "") =>
    (start + unit.repeat(bytes / unit.length)).slice(0, bytes);
  return [
    ["a text of many columns", () => csv(wide(sizes, wideRows))],
    ["a text of long cells", () => csv(longCells(sizes, longRows))],
    ["a text of one line", () => filled("a,")],
    ["a text of empty lines", () => filled("\n")],
    ["a text of quotes", () => filled('"a""', "Company,Title\n")],
    ["a text whose quote never ends", () => filled("a,b\n", 'Company,Title\nFern,"')],
    [
      "bytes of no encoding",
      () => Uint8Array.from({ length: bytes }, (_, at) => 32 + ((at * 7) % 223)),
    ],
    ["a workbook of many rows", () => workbookOfApplications(sizes.rows / 2)],
    ["a workbook of many columns", () => workbook(wide(sizes, Math.ceil(wideRows / 5)))],
    ["a workbook of long cells", () => workbook(longCells(sizes, longRows))],
  ];
}
