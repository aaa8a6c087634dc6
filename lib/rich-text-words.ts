import { htmlPieces, isHtml, unread } from "./rich-text-markup.ts";
import { wordListsToLists } from "./rich-text-word-lists.ts";

// Every other element ends a word.
const inline = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span
  strike strong sub sup time tt u var wbr o:p`.split(/\s+/),
);

// HTML's names of U+00A0 to U+00FF, in their order.
const latin =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
  Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
  Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );

const entities: Record<string, string> = {
  ...Object.fromEntries(latin.map((name, at) => [name, String.fromCodePoint(0xa0 + at)])),
  ...{ amp: "&", AMP: "&", lt: "<", LT: "<", gt: ">", GT: ">", quot: '"', QUOT: '"', apos: "'" },
  ...{ ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", sbquo: "‚" },
  ...{
    bdquo: "„",
    bull: "•",
    hellip: "…",
    euro: "€",
    trade: "™",
    ensp: " ",
    emsp: " ",
    thinsp: " ",
  },
  ...{ OElig: "Œ", oelig: "œ", Scaron: "Š", scaron: "š", lsaquo: "‹", rsaquo: "›", minus: "−" },
};

const decode = (html: string) =>
  html.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi,
    (whole, decimal, hex, name) => {
      if (name) return (Object.hasOwn(entities, name) && entities[name]) || whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    },
  );

/** The words of a rich text on one line, for lists and the search. Plain text stays as it was written. */
export function plainText(text: string): string {
  return (isHtml(text) ? decode(wordsOf(wordListsToLists(text))) : text)
    .replace(/\s+/g, " ")
    .trim();
}

function wordsOf(html: string): string {
  let words = "";
  let until = "";
  for (const piece of htmlPieces(html)) {
    if (piece.kind === "comment") continue;
    if (piece.kind === "text") {
      if (!until) words += piece.raw;
      continue;
    }
    const { name, closing } = piece;
    if (until) until = closing && name === until ? "" : until;
    else if (!closing && unread.has(name)) until = name;
    if (!inline.has(name)) words += " ";
  }
  return words;
}
