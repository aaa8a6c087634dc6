import { createReadStream } from "node:fs";
import { parse } from "csv-parse/sync";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Encoding detection: byte order mark, then the zero bytes of UTF-16, then UTF-8 if the whole file is
 * valid, else Windows-1252. Null for a binary file.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<Encoding | null> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  let controls = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  if (even > half * 0.4 && odd < half * 0.05) return "utf-16be";
  if (even + odd > 0 || controls > head.length * 0.02) return null;
  return (await isUtf8(path)) ? "utf-8" : "windows-1252";
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** What csv-parse is asked of every file, so that the delimiter is detected as the file is read. */
export const csvOptions = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ["\r\n", "\n", "\r"],
};

/** Delimiter detection: the candidate that gives the most rows of equal width; a comma by default. */
export function detectDelimiter(sample: string): string {
  const named = /^\ufeff?sep=(.)\r?\n/i.exec(sample);
  if (named?.[1]) return named[1];
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of [",", ";", "\t", "|"]) {
    const score = scoreDelimiter(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function scoreDelimiter(sample: string, delimiter: string): number {
  const counts = rowWidths(sample, delimiter).filter((width) => width > 0);
  const rowsPerWidth = Map.groupBy(
    counts.filter((width) => width > 1),
    (width) => width,
  );
  const scores = Array.from(
    rowsPerWidth,
    ([width, rows]) => (rows.length / counts.length) * Math.sqrt(Math.min(width, 40)),
  );
  return Math.max(0, ...scores);
}

function rowWidths(sample: string, delimiter: string): number[] {
  const options = { ...csvOptions, delimiter, to: 200 };
  const whole = sample.slice(0, sample.lastIndexOf("\n") + 1) || sample;
  let records: string[][];
  try {
    records = parse(whole, options);
  } catch {
    records = parse(whole, { ...options, quote: null });
  }
  return records.map((cells) => (cells.every((cell) => cell.trim() === "") ? 0 : cells.length));
}
