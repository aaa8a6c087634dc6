import list from "./common-passwords.json" with { type: "json" };

const mostUsed = new Set(list.passwords.split(" "));
const longest = Math.max(...[...mostUsed].map(({ length }) => length));

/** Shorter words leave enough of a password that is long enough. */
const shortest = 5;
/** What is judged; behind it, everything is somebody's own. */
const maxJudgedLength = 128;

const plainForm = (text: string) => text.normalize("NFKC").toLowerCase();

const lookalikes = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i" };
const readAs = (letters: Readonly<Record<string, string>>) => (text: string) =>
  text.replaceAll(/[013457@$!]/g, (sign) => letters[sign] ?? sign);

/** How guessing programs read a text: as it is, and with digits and signs for letters. */
const readings = [readAs({}), readAs(lookalikes), readAs({ ...lookalikes, 1: "l" })];

/** Whether a password is one of the 10,000 most used with no more than digits, signs and two letters added. */
export function isCommonPassword(password: string): boolean {
  const typed = plainForm(password.slice(0, maxJudgedLength));
  return readings.some((read) => {
    const text = read(typed);
    return commonParts(text).some((part) => isLittle(without({ typed, text }, part).typed));
  });
}

function commonParts(text: string): string[] {
  const parts = new Set<string>();
  for (let start = 0; start + shortest <= text.length; start++) {
    for (let length = shortest; length <= longest && start + length <= text.length; length++) {
      const part = text.slice(start, start + length);
      if (mostUsed.has(part)) parts.add(part);
    }
  }
  return [...parts];
}

/** Whether a password is made of these texts and the words in them, with as little added. */
export function isMadeOfWords(password: string, texts: readonly string[]): boolean {
  const typed = plainForm(password.slice(0, maxJudgedLength));
  const words = texts
    .flatMap((known) => [known, ...known.split(/[^\p{L}\p{N}]+/u)])
    .filter(({ length }) => length >= 3)
    .map(plainForm)
    .toSorted((a, b) => b.length - a.length);
  return readings.some((read) => {
    const left = words.map(read).reduce(without, { typed, text: read(typed) });
    return left.typed !== typed && isLittle(left.typed);
  });
}

/** A password as it was typed and, sign for sign, as it is read. */
type Judged = { typed: string; text: string };

/** What is left of a password without a word, wherever it is in it. */
function without({ typed, text }: Judged, word: string): Judged {
  const left = { typed: "", text: "" };
  let from = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, from)) {
    left.typed += typed.slice(from, at);
    left.text += text.slice(from, at);
    from = at + word.length;
  }
  return { typed: left.typed + typed.slice(from), text: left.text + text.slice(from) };
}

const isLittle = (left: string) => left.length < 8 && left.replaceAll(/[^\p{L}]/gu, "").length < 3;
