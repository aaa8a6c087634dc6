// Which "<" of a text begins markup: `List<String>`, `x < 5` and `<ann@larch.example>` begin none.

const htmlNames = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
  cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
  footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link
  main map mark math menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre
  progress q rp rt ruby s samp script search section select small source span strike strong style sub summary sup svg
  table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr`.split(
    /\s+/,
  ),
);
const lineBreaks = new Set(["br", "hr", "wbr"]);
// Their end tags may be left out.
const openEnded = new Set(["p", "li", "dt", "dd", "tr", "td", "th"]);
/** Elements whose content is not text to read; one that is never closed would take the rest of the text along. */
export const unread = new Set(
  "script style textarea option noscript title template iframe noframes select".split(" "),
);

// Quoted values may hold "<" and ">".
const tag = String.raw`<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>`;
const pieces = new RegExp(
  String.raw`<!--[\s\S]*?(?:-->|$)|<(?:!doctype|!\[|\?xml)[^<>]*>|${tag}|<`,
  "gi",
);
// A bare value ends at a blank: if a slash in it could begin the next name too, the time would be exponential.
const attributes =
  /^(?:[\s/]+[a-z_:@][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+(?=\s|$)))?)+[\s/]*$/i;

/** A piece of a text that is HTML: text (a "<" in it is escaped), a tag, or a comment. */
export type Piece =
  | { kind: "text"; raw: string }
  | { kind: "comment"; raw: string }
  | { kind: "tag"; raw: string; name: string; closing: boolean; attributes: string };

type Tag = { name: string; closing: boolean; attributes: string; before: string };

const readTag = (found: RegExpMatchArray, text: string): Tag => ({
  name: found[2] ?? "",
  closing: found[1] === "/",
  attributes: found[3] ?? "",
  before: text.charAt((found.index ?? 0) - 1),
});

const hasAttributes = (given: string) => given.includes("=") && attributes.test(given);

// `List<Object>`, `Box<P>`: a type's parameter rather than an element.
const isTypeParameter = ({ name, attributes, before }: Tag, closed: Set<string>) =>
  /^[A-Z]/.test(name) &&
  /\w/.test(before) &&
  attributes === "" &&
  !closed.has(name) &&
  !lineBreaks.has(name.toLowerCase());

/** The names, as written and in lower case, that a text has end tags of. */
function closedNames(text: string): Set<string> {
  const names = Array.from(text.matchAll(/<\/([a-z][a-z0-9:-]*)/gi), ([, name = ""]) => name);
  return new Set([...names, ...names.map((name) => name.toLowerCase())]);
}

/** Whether a text is HTML rather than plain text: it has a tag that is written as only HTML has them. */
export function isHtml(text: string): boolean {
  if (!text.includes("<")) return false;
  if (/^\s*<!doctype html/i.test(text)) return true;
  const closed = closedNames(text);
  for (const found of text.matchAll(pieces)) {
    if (!found[2]) continue;
    const each = readTag(found, text);
    const name = each.name.toLowerCase();
    if (!htmlNames.has(name) || isTypeParameter(each, closed)) continue;
    if (each.closing || hasAttributes(each.attributes) || closed.has(name)) return true;
    if (/[^\s/]/.test(each.attributes)) continue;
    if (lineBreaks.has(name) || openEnded.has(each.name)) return true;
  }
  return false;
}

/** The pieces of a text that is HTML. What only looks like a tag is text, as whoever wrote it meant it. */
export function* htmlPieces(text: string): Generator<Piece> {
  const closed = closedNames(text);
  const foreign = /<(?:svg|math)[\s/>]/i.test(text);
  const isMarkup = (each: Tag) => {
    const name = each.name.toLowerCase();
    const written = each.closing || closed.has(name) || hasAttributes(each.attributes);
    // Custom elements and those of Word ("o:p") are known by how they are written.
    if (/[:-]/.test(name)) return written || each.attributes.endsWith("/");
    if (!htmlNames.has(name)) return foreign;
    return (written || !unread.has(name)) && !isTypeParameter(each, closed);
  };
  let done = 0;
  let words = "";
  for (const found of text.matchAll(pieces)) {
    const [raw] = found;
    words += text.slice(done, found.index);
    done = found.index + raw.length;
    const each = found[2] ? readTag(found, text) : null;
    if (each ? !isMarkup(each) : raw === "<") {
      words += raw.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      continue;
    }
    if (words) yield { kind: "text", raw: words };
    words = "";
    if (each) yield { kind: "tag", raw, ...each, name: each.name.toLowerCase() };
    else yield { kind: "comment", raw };
  }
  words += text.slice(done);
  if (words) yield { kind: "text", raw: words };
}
