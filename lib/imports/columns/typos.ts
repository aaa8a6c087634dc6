/**
 * Optimal string alignment distance: whether a word is a known phrase with typing errors. One error in six
 * letters or more, two in eight or more; an exchange of neighbouring letters is one.
 */
export function isTypoOf(word: string, phrase: string): boolean {
  const length = Math.max(word.length, phrase.length);
  const allowed = length >= 8 ? 2 : 1;
  if (Math.min(word.length, phrase.length) < 6 || Math.abs(word.length - phrase.length) > allowed) {
    return false;
  }
  return distance(word, phrase) <= allowed;
}

function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
