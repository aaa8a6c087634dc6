import { decodeHTML } from "entities";
import { jsonrepair } from "jsonrepair";
import { excessOf } from "../../../json-text.ts";

/** A longer block is no posting's; the longest real ones have 100,000 characters. */
const maxBlock = 4_000_000;
/** Mending looks at each sign several times, so that it is for blocks of one or few postings. */
const maxMended = 400_000;
/** The library's time grows faster than its text. */
const maxRepaired = 100_000;

/** Control characters but for the blanks of JSON, and marks of byte order. */
const controls = /(?![\t\n\r])\p{Cc}|\ufeff/gu;

const opening = /^(?:\s|\/\/|\/\*|\*\/|<!\[CDATA\[|<!--){1,40}/;
/** A remark before the JSON begins: "/* posting *\/". */
const remark =
  /^\s{0,40}(?:\/\*[^*]{0,200}\*\/|\/\/[^\n]{0,200}\n|<!--[^<>]{0,200}-->)(?=\s{0,40}[[{])/;
/** A script that gives the JSON a name: "var job = {". */
const assignment = /^\s{0,40}(?:(?:var|let|const)\s{1,10})?[\w$.]{1,60}\s{0,10}=\s{0,40}(?=[[{])/;
const closing = /(?:[\s;]|\/\/|\/\*|\*\/|\]\]>|-->){1,40}$/;

/** The text without what pages put around JSON in a script: comments of HTML and JavaScript, CDATA, a semicolon. */
function withoutWrapping(text: string): string {
  const clean = text.replace(controls, "");
  const tail = clean.slice(-60);
  return clean
    .slice(0, clean.length - tail.length)
    .concat(tail.replace(closing, ""))
    .replace(remark, "")
    .replace(opening, "")
    .replace(assignment, "");
}

function parsed(text: string): { value: unknown } | null {
  // A list of a thousand jobs has many values; no page nests them deep.
  if (excessOf(text, { mostValues: Number.POSITIVE_INFINITY })) return null;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function mended(text: string): { value: unknown } | null {
  // The library calls itself for each level.
  if (text.length > maxRepaired || excessOf(text)) return null;
  try {
    return parsed(jsonrepair(text));
  } catch {
    return null;
  }
}

/**
 * A quote inside a text that was not escaped: any that no comma, colon or bracket follows, and that does not begin a
 * text. Line breaks in texts are escaped on the way.
 */
function withEscapedQuotes(text: string): string {
  let inText = false;
  let done = "";
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (!inText) {
      inText = char === '"';
      done += char;
    } else if (char === "\\") {
      done += char + text.charAt(++at);
    } else if (char === '"') {
      const isEnd = /^\s{0,40}(?:[}\]:]|,\s{0,200}["{[}\]\d]|,\s{0,200}(?:true|false|null)|$)/.test(
        text.slice(at + 1, at + 250),
      );
      inText = !isEnd;
      done += isEnd ? char : '\\"';
    } else {
      done += char === "\n" ? "\\n" : char === "\r" ? "" : char === "\t" ? "\\t" : char;
    }
  }
  return done;
}

/** Curly quotes around a key or a value: an editor put them there. */
const withPlainQuotes = (text: string): string =>
  text.replace(/(?<=[{[,:]\s{0,80})[“”„«]/g, '"').replace(/[“”»](?=\s{0,80}[:,}\]])/g, '"');

/**
 * The value of a JSON text of a page, with what pages do wrong mended: wrapping comments, control characters, trailing
 * commas, raw line breaks, quotes that are not escaped or curly, entities for all of it, an end that is missing. Null
 * where nothing can be read.
 */
export function readJson(given: string): unknown {
  if (given.length > maxBlock) return null;
  const text = withoutWrapping(given);
  if (!/["“&']/.test(text.slice(0, 400))) return parsed(text)?.value ?? null;
  const isEscaped = /^[[{\s]{0,40}&(?:quot|#34|#x22);/i.test(text);
  const plain = isEscaped ? decodeHTML(text) : text;
  const strict = parsed(plain);
  if (strict) return strict.value;
  if (plain.length > maxMended) return null;
  const straight = withPlainQuotes(plain);
  const escaped = withEscapedQuotes(straight);
  return (parsed(escaped) ?? mended(straight) ?? mended(escaped))?.value ?? null;
}

/** Whether a JSON text breaks off inside a string, as one that has `</script>` in it does. */
export function endsInString(text: string): boolean {
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 92) at++;
    else if (char === 34) inText = !inText;
  }
  return inText;
}
