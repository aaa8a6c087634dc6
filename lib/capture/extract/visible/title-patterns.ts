import { words } from "../values/words.ts";
import { isBoardWord } from "./board-words.ts";

/** What a page's title says. `sure` where its words leave no doubt which part is which. */
export type TitleReading = {
  title: string | null;
  company: string | null;
  place: string | null;
  sure: boolean;
};

/** A title's words around title, company and place, as boards write them in several languages. */
const sentences: readonly (readonly [pattern: RegExp, order: string])[] = [
  [/^job application for (.{2,200}) at (.{2,100})$/i, "tc"],
  [/^(?:apply (?:for|to)|application for) (.{2,200}) at (.{2,100})$/i, "tc"],
  [/^(.{2,100}?) (?:is )?hiring (?:an? )?(.{2,200}) in (.{2,100})$/i, "ctp"],
  [/^(.{2,100}?) (?:is )?hiring:? (?:an? )?(.{2,200})$/i, "ct"],
  [/^(.{2,100}?) sucht (.{2,200}) in (.{2,100})$/i, "ctp"],
  [/^(.{2,100}?) recrute pour des postes de (.{2,200}) \((.{2,100})\)$/i, "ctp"],
  [/^(.{2,100}?) recrute (?:une? )?(.{2,200}) [àa] (.{2,100})$/i, "ctp"],
  [
    /^(.{2,100}?) (?:busca|está buscando) (?:personas? |personal )?(?:para el cargo de )?(.{2,200}) en (.{2,100})$/i,
    "ctp",
  ],
  [/^(.{2,100}?) está contratando (.{2,200}) em (.{2,100})$/i, "ctp"],
  [/^(.{2,100}?) (?:assume|sta assumendo) (.{2,200}) (?:in|a) (.{2,100})$/i, "ctp"],
  [/^(.{2,100}?) zoekt (?:een )?(.{2,200}) in (.{2,100})$/i, "ctp"],
  [
    /^(?:vaga de|oferta de empleo:?|offerta di lavoro:?|praca:?|lediga jobb:?) (.{2,200}) (?:en|em|a|in|w|i) (.{2,100})$/i,
    "tp",
  ],
  [
    /^(.{2,200}) (?:job )?(?:bei|bij|chez|hos|presso|na|w) (.{2,100}) (?:in|en|à|i|a|w|em) (.{2,100})$/i,
    "tcp",
  ],
  [/^(.{2,200}) jobs? at (.{2,100}) in (.{2,100})$/i, "tcp"],
  [/^(.{2,200}) (?:job )?(?:at|@) (.{2,100})$/i, "tc"],
  [/^(.{2,200}) (?:bei|bij|chez|в|hos|presso) (.{2,100})$/i, "tc"],
  [/^(.{2,200}) jobs? in (.{2,100})$/i, "tp"],
  [/^(.{2,200}) - job in (.{2,100})$/i, "tp"],
];

const separators = /\s[|–—·•‹›»«:-]{1,3}\s|[|｜]/;
const around =
  /^(?:apply now|now hiring|job|stellenangebot|offre d'emploi|vacancy|vacature|oferta de empleo|offerta di lavoro|oferta pracy|we're hiring|hiring|careers?)\s?[:–—-]\s+|\s?\((?:job )?(?:new|reposted)\)$/i;

const clean = (text: string): string =>
  text
    .slice(0, 300)
    .replace(around, "")
    .replace(/^[\s|–—·:-]{1,10}|[\s|–—·:-]{1,10}$/g, "")
    .trim();

/** The parts of a title between its separators, without the board's words. */
export const titleParts = (text: string): string[] =>
  text
    .slice(0, 400)
    .replace(/\s+/g, " ")
    .split(separators)
    .map((part) => clean(part ?? ""))
    .filter((part) => part !== "" && !isBoardWord(part));

/** The title without the board's words behind its last separators. */
function withoutBoard(text: string): string {
  let rest = clean(text);
  for (let times = 0; times < 3; times++) {
    const at = Math.max(
      ...[" | ", " - ", " – ", " — ", " · ", "|"].map((mark) => rest.lastIndexOf(mark)),
    );
    const last = rest.slice(at).replace(/^[\s|–—·-]+/, "");
    if (at <= 0 || !isBoardWord(last)) break;
    rest = clean(rest.slice(0, at));
  }
  return rest;
}

/** Reads a sentence of a title, "Larch Foods hiring Baker in Berlin"; null where it is none. */
export function readTitleSentence(text: string): TitleReading | null {
  const line = withoutBoard(words(text) ?? "");
  for (const [pattern, order] of sentences) {
    const found = pattern.exec(line);
    if (!found) continue;
    const part = (letter: string) => {
      const at = order.indexOf(letter);
      const value = at < 0 ? "" : clean(found[at + 1] ?? "");
      return value === "" || isBoardWord(value) ? null : value;
    };
    const [title, company, place] = [part("t"), part("c"), part("p")];
    if (title) return { title, company, place, sure: true };
  }
  return null;
}
