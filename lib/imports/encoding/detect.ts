import { analyse } from "chardet";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { headingSenses } from "../columns/headings.ts";
import { decoderOf, type Encoding, encodings } from "./encodings.ts";
import { plausibility } from "./plausibility.ts";
import { firstBlockNotUtf8, piecesBeyondAscii, sampleLines } from "./survey.ts";
import { unicodeOf } from "./unicode.ts";

export type DetectedEncoding = {
  encoding: Encoding;
  /** whether it was guessed from what the letters look like, so that a person may correct it */
  guessed: boolean;
};

/** Encoding detection: marks of Unicode, then UTF-8, then the likeliest reading. Null for a binary file. */
export async function detectEncoding(
  path: string,
  head: Buffer,
  size: number,
): Promise<DetectedEncoding | null> {
  const unicode = unicodeOf(head);
  if (unicode === null) return null;
  if (unicode) return { encoding: unicode, guessed: false };
  const block = await firstBlockNotUtf8(path);
  if (block === null) return { encoding: "utf-8", guessed: false };
  const sample = await sampleLines(path, size, block);
  if (mostlyUtf8(sample)) return { encoding: "utf-8", guessed: true };
  return { encoding: await likeliestEncoding(sample), guessed: true };
}

/** Encoding detection of bytes in memory, such as a web page, that have no marks of Unicode (`unicodeOf`). */
export async function detectBytes(bytes: Buffer): Promise<Encoding> {
  const sample = piecesBeyondAscii(bytes);
  return mostlyUtf8(sample) ? "utf-8" : likeliestEncoding(sample);
}

/** Whether a text is UTF-8 but for a few damaged characters; another encoding is hardly ever so by chance. */
function mostlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder().decode(sample);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return good >= 4 && damaged <= good * 0.15;
}

/** What speaks against an encoding where the text does not decide: how rare it is. */
const rarity: Partial<Record<Encoding, number>> = {
  "windows-1254": 0.02,
  "iso-8859-2": 0.04,
  "koi8-u": 0.04,
  macintosh: 0.05,
  "windows-1257": 0.06,
  "windows-1255": 0.06,
  "windows-1256": 0.06,
  ibm850: 0.1,
  ibm852: 0.12,
  ibm866: 0.12,
  "windows-874": 0.15,
  "x-mac-cyrillic": 0.2,
  "iso-8859-5": 0.25,
};

const unicodeNames: ReadonlySet<string> = new Set(["utf-8", "utf-16le", "utf-16be", "iso-2022-jp"]);

/**
 * The likeliest encoding of bytes that are no Unicode. Three things count: letter statistics of the
 * decoded text, headings that are known words, and what chardet makes of the bytes.
 */
async function likeliestEncoding(sample: Buffer): Promise<Encoding> {
  const yieldIfLong = yieldEvery();
  const guesses = new Map<string, number>(
    analyse(sample).map(({ name, confidence }) => [standardName(name), confidence]),
  );
  let best: { encoding: Encoding; score: number } = { encoding: "windows-1252", score: -10 };
  for (const { value: encoding } of encodings) {
    if (unicodeNames.has(encoding)) continue;
    await yieldIfLong();
    const text = decoderOf(encoding).decode(sample, true);
    const score =
      plausibility(text) +
      Math.min(0.6, 0.2 * knownHeadings(text)) +
      (guesses.get(encoding) ?? 0) / 400 -
      (rarity[encoding] ?? 0);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

// chardet names the standards that the Windows code pages extend.
const extendedBy: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-6": "windows-1256",
  "iso-8859-7": "windows-1253",
  "iso-8859-8": "windows-1255",
  "iso-8859-9": "windows-1254",
};
const standardName = (name: string) => extendedBy[name.toLowerCase()] ?? name.toLowerCase();

/** How many cells of the first lines are headings that are known and not in ASCII. */
function knownHeadings(text: string): number {
  const cells = text.slice(0, 2000).split(/[\r\n,;\t|"]/, 80);
  return cells.filter(
    (cell) =>
      cell.length <= 40 &&
      /[^\p{ASCII}]/u.test(cell) &&
      Object.values(headingSenses(cell)).some((score) => score >= 90),
  ).length;
}
