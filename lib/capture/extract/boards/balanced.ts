/** The deepest nesting of JSON that is read. */
const maxDepth = 2_000;
/** The longest JSON that is read. */
const maxJson = 12_000_000;

/** Where the JSON object or list that starts at a position ends; undefined where it does not, or is too deep. */
function balancedEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let inText = false;
  const stop = Math.min(text.length, start + maxJson);
  for (let at = start; at < stop; at++) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === 92) at++;
      else if (char === 34) inText = false;
    } else if (char === 34) inText = true;
    else if (char === 123 || char === 91) {
      if (++depth > maxDepth) return undefined;
    } else if ((char === 125 || char === 93) && --depth === 0) return at + 1;
  }
  return undefined;
}

/** An object of code begins with a bare name, a list of JSON with a value. */
const beginsLikeJson = /^(?:\{\s{0,50}(?:["}]|$)|\[\s{0,50}(?:["[{\]\d-]|true|false|null|$))/;
/** A failed parse costs as much as scanning so many characters. */
const costOfTry = 2_000;

/** How many characters may still be scanned in vain: code is full of braces that are no JSON. */
export type ScanBudget = { left: number };

/** The JSON object or list that starts at a position, and where it ends; undefined where there is none. */
export function jsonAt(
  text: string,
  start: number,
  budget: ScanBudget = { left: maxJson },
): { value: unknown; end: number } | undefined {
  if (budget.left <= 0 || !beginsLikeJson.test(text.slice(start, start + 60))) return undefined;
  const end = balancedEnd(text, start);
  budget.left -= costOfTry + (end ?? text.length) - start;
  if (end === undefined) return undefined;
  const written = text.slice(start, end);
  const value =
    parsed(written) ??
    (written.includes("undefined")
      ? parsed(written.replace(/:\s{0,5}undefined\b/g, ":null"))
      : undefined);
  if (value === undefined) return undefined;
  budget.left += costOfTry + end - start;
  return { value, end };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
