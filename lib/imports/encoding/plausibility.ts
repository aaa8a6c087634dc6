import { cyrillicLetters, frequentHan, frequentHangul, latinLetters } from "./letters.ts";

type Script =
  | "latin"
  | "cyrillic"
  | "greek"
  | "han"
  | "kana"
  | "hangul"
  | "other"
  | "sign"
  | "quote"
  | "bad";

const scripts: readonly [Script, RegExp][] = [
  ["bad", /[\ufffd\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u],
  ["han", /\p{sc=Han}/u],
  ["kana", /[\u3041-\u30ff]/u],
  ["hangul", /[\uac00-\ud7a3]/u],
  ["latin", /[\p{sc=Latin}]/u],
  ["cyrillic", /\p{sc=Cyrillic}/u],
  ["greek", /\p{sc=Greek}/u],
  // Half-width kana stand in for text read as Shift-JIS by mistake far more often than for themselves.
  ["sign", /[\uff61-\uff9f\u2500-\u259f\u3130-\u318f]/u],
  ["other", /[\p{L}\p{M}]/u],
  ["quote", /[‘’“”„‚«»‹›–—…•·°€£¥§®™©\u00a0、。・「」（）：，！？／～]/u],
];

const scriptCache = new Map<string, Script>();

function scriptOf(char: string): Script {
  const known = scriptCache.get(char);
  if (known) return known;
  const script = scripts.find(([, pattern]) => pattern.test(char))?.[0] ?? "sign";
  if (scriptCache.size < 50_000) scriptCache.set(char, script);
  return script;
}

const [han, hangul] = [new Set(frequentHan), new Set(frequentHangul)];
const [frequent, rest] = [new Set(cyrillicLetters.frequent), new Set(cyrillicLetters.rest)];
const languages = latinLetters.map((letters) => new Set(letters));
const anyLatin = new Set(latinLetters.join(""));
const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{M}]/u.test(char);
// Letters so rare in their languages that they rather come from the wrong table.
const rareLatin = new Set("źĺŕðþýœ");
const frequentGreek = new Set("αοιετσνςηυρπκμλωάέήίόύώ");
const alone = new Set<Script>(["latin", "cyrillic", "greek", "other"]);

/**
 * Language statistics of a decoded text: how much its characters beyond ASCII look like somebody's
 * writing. About 1 for a text read rightly, below 0 for one read in the wrong encoding.
 */
export function plausibility(text: string): number {
  const latin = new Map<string, number>();
  const counts: Partial<Record<Script, number>> = {};
  const chars = [...text];
  let [points, counted] = [0, 0];
  for (const [at, char] of chars.entries()) {
    if (char <= "\u007f") continue;
    const script = scriptOf(char);
    counted += 1;
    counts[script] = (counts[script] ?? 0) + 1;
    const lower = char.toLowerCase();
    if (script === "latin") latin.set(lower, (latin.get(lower) ?? 0) + 1);
    points +=
      pointsOf(script, char, lower) + pointsBeside(script, char, chars[at - 1], chars[at + 1]);
  }
  if (counted === 0) return 0;
  points += latinPoints(latin);
  // Chinese signs in Korean lines, or the other way round, come from the wrong table.
  const { han: signs = 0, hangul: syllables = 0 } = counts;
  points -= Math.min(signs, syllables);
  return points / counted;
}

function pointsOf(script: Script, char: string, lower: string): number {
  switch (script) {
    case "han":
      return han.has(char) ? 1 : 0;
    case "hangul":
      return hangul.has(char) ? 1 : 0.4;
    case "kana":
      return 0.9;
    case "cyrillic":
      return frequent.has(lower) ? 1 : rest.has(lower) ? 0.3 : -1;
    case "greek":
      return frequentGreek.has(lower) ? 1 : 0.4;
    case "other":
      return 0.8;
    case "quote":
      return 0.1;
    case "sign":
      return -0.6;
    case "bad":
      return -4;
    default:
      return 0;
  }
}

/** What the characters beside one say of it: mixed scripts, a capital or a sign inside a word. */
function pointsBeside(
  script: Script,
  char: string,
  before: string | undefined,
  after: string | undefined,
): number {
  if (script === "quote" && inPlace(char, before, after)) return 0.8;
  if (script === "sign" || script === "quote") {
    return isLetter(before) && isLetter(after) ? -1.2 : 0;
  }
  if (!alone.has(script) || before === undefined || !isLetter(before)) return 0;
  const other = before <= "\u007f" ? "latin" : scriptOf(before);
  if (alone.has(other) && other !== script) return -1.5;
  const pair = script === "latin" && before > "\u007f" && before !== char ? 0.5 : 0;
  if (char === char.toLowerCase()) return -pair;
  const inWord =
    before !== before.toUpperCase() || (isLetter(after) && after !== after?.toUpperCase());
  return (inWord ? -1 : -0.15) - pair;
}

/** Whether a typographic sign stands where people write it. */
function inPlace(char: string, before = " ", after = " "): boolean {
  if (/[–—]/.test(char)) return !isLetter(before) || !isLetter(after);
  if (/[’·・、，。／「」（）：！？～]/u.test(char)) return true;
  if (/[“„«‘‚‹]/u.test(char)) return isLetter(after) || /\d/.test(after);
  if (/[”»›…™®]/u.test(char)) return !/[\s,;\t]/.test(before);
  return /[€£¥°§]/u.test(char) && (/\d/.test(before + after) || /\s/.test(before));
}

/** The points of Latin letters: those of the one language that has most of them. */
function latinPoints(letters: ReadonlyMap<string, number>): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const language of languages) {
    let points = 0;
    for (const [letter, count] of letters) {
      const known = language.has(letter) ? (rareLatin.has(letter) ? 0.8 : 1) : 0;
      points += count * (known || (anyLatin.has(letter) ? 0 : -1));
    }
    best = Math.max(best, points);
  }
  return letters.size === 0 ? 0 : best;
}
