import { parse } from "csv-parse/sync";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { importLimits } from "./limits.ts";

/** How a text file writes its records. */
export type Dialect = {
  delimiter: string;
  quote: '"' | "'";
  /** whether blanks stand between a closing quote and the delimiter, which csv-parse keeps with the quotes */
  spaced: boolean;
  /** whether `\"` is a quote inside a quoted cell, besides `""` */
  backslash: boolean;
  /** whether the first record names the delimiter (`sep=;`) and is no row */
  named: boolean;
  /** another delimiter that some records use, or "" */
  second: string;
  /** the number of cells that most records have */
  width: number;
};

/** What csv-parse is asked of every file; blanks before a cell count for nothing, also before its quote. */
export const csvOptions = {
  bom: true,
  ltrim: true,
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
};

const delimiters = [",", ";", "\t", "|"];

/** Dialect detection from the beginning of a file; a comma where nothing else separates. */
export async function detectDialect(sample: string): Promise<Dialect> {
  const yieldIfLong = yieldEvery();
  const backslash = /[^\\,;\t|\r\n]\\"[^,;\t|\r\n"]/.test(sample);
  const whole = sample.slice(0, sample.lastIndexOf("\n") + 1) || sample;
  const text = backslash ? doubleQuotes(whole) : whole;
  const quote = apostrophes.test(text) ? "'" : '"';
  const named = /^\ufeff?"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
  const delimiter = named ?? (await bestDelimiter(text, quote));
  const records = recordsOf(text, delimiter, quote);
  await yieldIfLong();
  const width = commonWidth(records.map(({ cells }) => cells.length));
  const second = await secondDelimiter(records, delimiter, width);
  // Lines that are quoted as a whole hold the delimiter within their only cell.
  const inner = second && width === 1 ? commonWidth(records.map(widthBy(second))) : width;
  const spaced = /"[ \t]+[,;|\t]/.test(text);
  return { delimiter, quote, spaced, backslash, named: named !== undefined, second, width: inner };
}

/** A first line whose cells all stand between apostrophes. */
const apostrophes = /^\ufeff?'[^'\r\n]*'([,;\t|] ?'[^'\r\n]*')+[ \t]*[\r\n]/;

/** A cell without the quotes that blanks behind them kept csv-parse from taking off. */
export function unquoted(cell: string): string {
  const text = cell.trimEnd();
  const inQuotes = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return inQuotes ? text.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Writes the escape `\"` as `""`, as csv-parse knows one kind of escape. */
export function doubleQuotes(text: string): string {
  return text.replace(/\\([\\"])/g, (_, sign) => (sign === '"' ? '""' : "\\\\"));
}

/** A record's cells where it uses the second delimiter, else null. */
export function splitAgain(raw: string, cells: readonly string[], form: Dialect): string[] | null {
  const { second, width } = form;
  if (second === "" || cells.length === width || raw.length > importLimits.mixedRecord) return null;
  const [again = []] = parsed(cells.length === 1 ? (cells[0] ?? "") : raw, second);
  return again.length === width ? again : null;
}

async function bestDelimiter(text: string, quote: string): Promise<string> {
  const yieldIfLong = yieldEvery();
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    await yieldIfLong();
    const score = scoreDelimiter(text, delimiter, quote);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The share of rows of equal width, and how wide they are. */
function scoreDelimiter(text: string, delimiter: string, quote: string): number {
  const widths = recordsOf(text, delimiter, quote).map(({ cells }) => cells.length);
  const rowsPerWidth = Map.groupBy(
    widths.filter((width) => width > 1),
    (width) => width,
  );
  const scores = Array.from(
    rowsPerWidth,
    ([width, rows]) => (rows.length / widths.length) * Math.sqrt(Math.min(width, 40)),
  );
  return Math.max(0, ...scores);
}

type RawRecord = { cells: string[]; raw: string };

/** The first filled records. */
function recordsOf(text: string, delimiter: string, quote: string): RawRecord[] {
  const options = { ...csvOptions, delimiter, quote, to: 200, raw: true };
  const records = tolerant(options, (chosen) => parse(text, chosen)) as unknown as {
    record: string[];
    raw: string;
  }[];
  return records
    .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
    .map(({ record, raw }) => ({ cells: record, raw }));
}

const parsed = (text: string, delimiter: string): string[][] =>
  tolerant({ ...csvOptions, delimiter, to: 1 }, (options) => parse(text, options));

function tolerant<T, O extends object>(options: O, use: (options: O) => T): T {
  try {
    return use(options);
  } catch {
    return use({ ...options, quote: null });
  }
}

function commonWidth(widths: readonly number[]): number {
  const rows = Map.groupBy(widths, (width) => width);
  return [...rows].sort(([a, x], [b, y]) => y.length - x.length || b - a)[0]?.[0] ?? 1;
}

const widthBy =
  (delimiter: string) =>
  ({ cells, raw }: RawRecord): number =>
    parsed(cells.length === 1 ? (cells[0] ?? "") : raw, delimiter)[0]?.length ?? 0;

/** The delimiter that makes records fit which the first one leaves unsplit, or "". */
async function secondDelimiter(
  records: readonly RawRecord[],
  first: string,
  width: number,
): Promise<string> {
  const yieldIfLong = yieldEvery();
  const odd = records.filter(({ cells }) => cells.length !== width || width === 1);
  for (const delimiter of odd.length > 0 ? delimiters : []) {
    if (delimiter === first && width > 1) continue;
    await yieldIfLong();
    const widths = odd.map(widthBy(delimiter));
    const wanted = width > 1 ? width : commonWidth(widths);
    const fitting = widths.filter((count) => count === wanted && count > 1).length;
    const leads = widths[0] === wanted && odd[0] === records[0];
    if (leads || (fitting > 1 && fitting >= odd.length * 0.6)) return delimiter;
  }
  return "";
}
