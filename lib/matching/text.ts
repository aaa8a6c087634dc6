import { maxCompared } from "./advert.ts";

/** Numbers that a text is kept as: many, for an estimate within a few percent. */
const sketchSize = 128;

/** Words that are hashed together: three in a row are rarely another text's too. */
const shingleWords = 3;

/** Shorter texts say too little: a sentence or two. */
const minShingles = 20;

/** How a text is looked up: so many keys, each of so many numbers, that one of them fits where a third of the text is shared. */
const bands = { count: 16, rows: 2 } as const;

/**
 * MinHash of a text: for each of many hash functions the least hash of its shingles, so that the share of equal numbers
 * estimates the share of common shingles (Broder 1997).
 */
export type Sketch = { shingles: number; numbers: Uint16Array; bands: number[] };

// Writing without spaces: each sign is a word.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu;

const seeds = Array.from({ length: sketchSize }, (_, at) => [
  Math.imul(at + 1, 0x9e3779b1) | 1,
  Math.imul(at + 101, 0x85ebca6b),
]).flat();

/** The sketch of a plain text; null where it is too short to be compared. */
export function sketchOf(text: string): Sketch | null {
  const least = new Uint32Array(sketchSize).fill(0xffffffff);
  const shingles = forEachShingle(text.slice(0, maxCompared.text), (low, high) => {
    for (let at = 0; at < sketchSize; at += 1) {
      let value = Math.imul(low ^ (seeds[2 * at + 1] as number), seeds[2 * at] as number) + high;
      value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
      value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
      value = (value ^ (value >>> 15)) >>> 0;
      if (value < (least[at] as number)) least[at] = value;
    }
  });
  if (shingles < minShingles) return null;
  return {
    shingles,
    // The least numbers have little in their upper bits.
    numbers: Uint16Array.from(least, (value) => Math.imul(value, 0x9e3779b1) >>> 16),
    bands: Array.from({ length: bands.count }, (_, at) => bandKey(least, at)),
  };
}

function bandKey(least: Uint32Array, at: number): number {
  const part = least.subarray(at * bands.rows, (at + 1) * bands.rows);
  return hashText(`text ${at} ${part.join(" ")}`);
}

/** Gives each distinct shingle's 64-bit hash, as two halves; returns how many there are. */
function forEachShingle(text: string, see: (low: number, high: number) => void): number {
  const words = text.normalize("NFKC").toLowerCase().match(wordPattern) ?? [];
  const hashes = new Int32Array(words.length * 2);
  for (const [at, word] of words.entries()) hashes.set(halves(word), at * 2);
  const seen = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    let [low, high] = [0, 0];
    for (let place = at * 2; place < (at + shingleWords) * 2; place += 2) {
      low = Math.imul(low ^ (hashes[place] as number), 0x85ebca6b) ^ (low >>> 13);
      high = Math.imul(high ^ (hashes[place + 1] as number), 0xc2b2ae35) ^ (high >>> 16);
    }
    const whole = wholeOf(low, high);
    if (seen.has(whole)) continue;
    seen.add(whole);
    see(low, high);
  }
  return seen.size;
}

function halves(text: string): [low: number, high: number] {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return [low, high];
}

// What JavaScript and JSON keep exactly of 64 bits: 53.
const wholeOf = (low: number, high: number) => (high & 0x1fffff) * 2 ** 32 + (low >>> 0);

/** Hash of a short text, as a whole number that JSON keeps. */
export const hashText = (text: string): number => wholeOf(...halves(text));

/** How much of two texts is common: of both together, and of the shorter one. */
export type Likeness = { common: number; within: number };

/** Compares two texts by their sketches; null where one of them is too short. */
export function compareTexts(
  a: Omit<Sketch, "bands"> | null,
  b: Omit<Sketch, "bands"> | null,
): Likeness | null {
  if (!a || !b) return null;
  let equal = 0;
  for (let at = 0; at < sketchSize; at += 1) if (a.numbers[at] === b.numbers[at]) equal += 1;
  const common = equal / sketchSize;
  const shared = (common / (1 + common)) * (a.shingles + b.shingles);
  return { common, within: Math.min(1, shared / Math.min(a.shingles, b.shingles)) };
}

/** The numbers of a sketch as text, to be kept. */
export const writeNumbers = ({ numbers }: Pick<Sketch, "numbers">): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");

/** The numbers that a kept text stands for. */
export function readNumbers(text: string): Uint16Array {
  const bytes = Buffer.from(text, "base64");
  return Uint16Array.from({ length: sketchSize }, (_, at) =>
    at * 2 + 1 < bytes.length ? bytes.readUInt16LE(at * 2) : 0,
  );
}
