import { jsonAt, type ScanBudget } from "./balanced.ts";

const maxScripts = 200;
/** The most characters of scripts that are scanned. */
const maxScanned = 15_000_000;
const maxRoots = 100;
/** The most characters that are scanned in vain. */
const maxInVain = 20_000_000;
/** A shorter object is a setting and no posting. */
const minObject = 60;

/** Where a script gives data: an assignment or a call with an object, a list or a text of JSON. */
const dataStart = /(?:=|\(|\bJSON\.parse\()\s{0,20}(?=[{[]|["'`])/g;

/**
 * The data that a page's scripts carry (`__NEXT_DATA__`, `window.__appData = {…}`, `JSON.parse("…")`, streamed parts),
 * as values of JSON. Nothing runs: what is no JSON is passed over.
 */
export function embeddedData(document: Document): unknown[] {
  const roots: unknown[] = [];
  const budget: ScanBudget = { left: maxInVain };
  let left = maxScanned;
  const scripts = [...document.querySelectorAll("script, code")].slice(0, maxScripts);
  for (const script of scripts) {
    const text = textOf(script);
    left -= text.length;
    if (text.length < minObject || left < 0 || roots.length > maxRoots) continue;
    // schema.org has a reader of its own.
    const type = script.getAttribute("type") ?? "";
    if (/ld\+json/i.test(type)) continue;
    const start = text.search(/\S/);
    const whole = /[{[]/.test(text[start] ?? "") ? jsonAt(text, start, budget) : undefined;
    if (whole) roots.push(whole.value);
    else if (script.nodeName === "SCRIPT" && !/json/i.test(type))
      roots.push(...ofScript(text, budget));
  }
  return roots.slice(0, maxRoots);
}

/** LinkedIn keeps its data in `<code>` as a comment. */
function textOf(script: Element): string {
  if (script.nodeName === "SCRIPT") return script.textContent ?? "";
  const comment = [...script.childNodes].find(({ nodeType }) => nodeType === 8);
  const text = comment?.nodeValue ?? script.textContent ?? "";
  return /^\s*\{/.test(text.slice(0, 200)) ? text : "";
}

function ofScript(text: string, budget: ScanBudget): unknown[] {
  const roots: unknown[] = [];
  let streamed = "";
  let at = 0;
  for (const match of text.matchAll(dataStart)) {
    const start = match.index + match[0].length;
    if (start < at || roots.length >= maxRoots) continue;
    const char = text[start];
    if (char === "{" || char === "[") {
      const found = jsonAt(text, start, budget);
      if (!found) continue;
      at = found.end;
      const part = streamedPart(found.value);
      if (part !== undefined) streamed += part;
      else if (found.end - start >= minObject) roots.push(found.value);
    } else {
      const inner = jsonText(text, start);
      if (inner === undefined) continue;
      at = start + inner.length;
      const first = inner.search(/\S/);
      const found = /[{[]/.test(inner[first] ?? "") ? jsonAt(inner, first) : undefined;
      if (found) roots.push(referenced(found.value) ?? found.value);
    }
  }
  return streamed ? [...roots, ...ofStream(streamed)] : roots;
}

/** Next.js streams its data as texts: `self.__next_f.push([1, "…"])`. */
function streamedPart(value: unknown): string | undefined {
  return Array.isArray(value) &&
    value.length === 2 &&
    value[0] === 1 &&
    typeof value[1] === "string"
    ? value[1]
    : undefined;
}

/** The objects and lists of a streamed text, of which each stands on a line behind its number. */
function ofStream(text: string): unknown[] {
  const roots: unknown[] = [];
  let at = 0;
  for (const match of text.matchAll(/(?:^|\n|")[\da-f]{1,4}:(?=[[{])/g)) {
    const start = match.index + match[0].length;
    const found = start < at || roots.length >= maxRoots ? undefined : jsonAt(text, start);
    if (!found) continue;
    at = found.end;
    roots.push(found.value);
  }
  return roots;
}

/** A text in double quotes that is JSON's as well as JavaScript's. */
function jsonText(text: string, start: number): string | undefined {
  if (text[start] !== '"') return undefined;
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  if (end - start < minObject) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1));
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The most values that a flattened answer is put together of: each may be named by several. */
const maxReferenced = 50_000;
const maxDepth = 40;

/**
 * React Router's flattened answer as a tree: a list in which objects name their keys and values by number
 * (`[{"_1": 2}, "title", "Baker"]`). Undefined for any other list.
 */
function referenced(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  const [first] = value;
  const isFlat =
    typeof first === "object" &&
    first !== null &&
    Object.keys(first).every((key) => /^_\d+$/.test(key));
  if (!isFlat) return undefined;
  let left = maxReferenced;
  const resolve = (at: unknown, depth: number): unknown => {
    if (typeof at !== "number" || at < 0 || depth > maxDepth || left-- <= 0) return null;
    const item: unknown = value[at];
    if (Array.isArray(item)) {
      // ["D", time] is a date, ["P", …] a promise.
      if (typeof item[0] === "string") return item[0] === "D" ? item[1] : null;
      return item.map((each) => resolve(each, depth + 1));
    }
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([key, each]) => [
        String(value[Number(key.slice(1))]),
        resolve(each, depth + 1),
      ]),
    );
  };
  return resolve(0, 0);
}
