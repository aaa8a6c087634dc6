/** The deepest nesting of JSON that can be stored and given back. */
const maxDepth = 500;
/** The most values of a JSON text: each costs time to read and to judge, and no record comes near. */
const maxValues = 20_000;

/** The value of a JSON text from outside. Throws `SyntaxError`, also where it is nested or goes on without end. */
export function parseJsonText(text: string): unknown {
  const excess = excessOf(text);
  if (excess) throw new SyntaxError(excess);
  return JSON.parse(text);
}

/** What a JSON text has too much of, if anything; its brackets and commas are counted, and those inside its texts are not. */
export function excessOf(
  text: string,
  { mostValues = maxValues }: { mostValues?: number } = {},
): string | undefined {
  let [depth, values] = [0, 1];
  let inText = false;
  if (text.length < maxDepth) return undefined;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (inText) {
      if (char === 92) i++;
      else if (char === 34) inText = false;
    } else if (char === 34) inText = true;
    else if (char === 44) values++;
    else if (char === 91 || char === 123) {
      values++;
      if (++depth > maxDepth) return `nested more than ${maxDepth} levels deep`;
    } else if (char === 93 || char === 125) depth--;
    if (values > mostValues) return `more than ${mostValues.toLocaleString("en-US")} values`;
  }
  return undefined;
}

const maxShown = 50_000;

/** A JSON value as a text to read, cut where it goes on without end; a text as it is. */
export function shownJson(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 1);
  return text.length > maxShown ? `${text.slice(0, maxShown).toWellFormed()}…` : text;
}
