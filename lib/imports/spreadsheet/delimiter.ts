import { parse } from "csv-parse/sync";

const candidates = [",", ";", "\t", "|"] as const;

/** Delimiter detection: the candidate that gives the most rows of equal width; a comma by default. */
export function detectDelimiter(sample: string): string {
  const named = /^\ufeff?sep=(.)\r?\n/i.exec(sample);
  if (named?.[1]) return named[1];
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of candidates) {
    const score = scoreDelimiter(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function scoreDelimiter(sample: string, delimiter: string): number {
  const counts = rowWidths(sample, delimiter).filter((width) => width > 0);
  const rowsPerWidth = new Map<number, number>();
  for (const width of counts)
    if (width > 1) rowsPerWidth.set(width, (rowsPerWidth.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, times] of rowsPerWidth) {
    best = Math.max(best, (times / counts.length) * Math.sqrt(Math.min(width, 40)));
  }
  return best;
}

function rowWidths(sample: string, delimiter: string): number[] {
  const options = {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    to: 200,
  };
  const whole = sample.slice(0, sample.lastIndexOf("\n") + 1) || sample;
  let records: string[][];
  try {
    records = parse(whole, options);
  } catch {
    records = parse(whole, { ...options, quote: null });
  }
  return records.map((cells) => (cells.every((cell) => cell.trim() === "") ? 0 : cells.length));
}
