import type { Found, Reading } from "../../posting.ts";
import { companyName } from "../values/company.ts";
import { employmentType } from "../values/employment-type.ts";
import { locationType } from "../values/location-type.ts";
import { put } from "./facts.ts";
import { isApplyLabel, isJobSection, saysRole } from "./job-words.ts";
import { splitLabel } from "./labels.ts";
import { saysMoney } from "./pay-text.ts";
import { isPlace } from "./places.ts";
import { isTownLike } from "./town-like.ts";

/** A short line above a posting's text, and its number from 0. */
export type HeadLine = { text: string; at: number };

const maxHead = 12;
/** A longer line belongs to the text. */
const maxLine = 120;

/** What boards and mail programs write around a posting, and what nobody means as part of it. */
const around =
  /^(?:share|save|saved|more|show more(?: options)?|follow(?:ing)?|message|hide|report|merken|speichern|teilen|enregistrer|guardar|promoted\b.{0,80}|responses managed .{0,60}|(?:easy )?apply\b.{0,30}|actively (?:hiring|recruiting).{0,30}|be (?:among|an early) .{0,40}|see how you .{0,60}|how your profile .{0,60}|you must (?:create|sign) .{0,120}|profile insights|job details|heres how .{0,80}|stellenangebot|job(?: opening| posting| ad)?|new|verified|\d[\d.,]{0,8}\+? (?:reviews|bewertungen|avis)|\d(?:[.,]\d)? out of 5.{0,20}|[\d,.–-]{1,15} employees\b.{0,60}|(?:over )?\d{1,6} (?:applicants|bewerber).{0,60}|company logo.{0,60}|logo .{0,60})$/i;
const mailHeader =
  /^(?:-{2,}|(?:from|to|date|sent|subject|cc|von|an|datum|gesendet|betreff|de|para|fecha|asunto|objet) ?:)/i;
/** LinkedIn's line under a title: "Bonn, Germany · 3 days ago · 47 applicants". */
const postedLine =
  /^(.{2,80}?) · (?:reposted |posted |vor |il y a |hace )?(?:\d.{0,20}\b(?:ago|stunden?|tage?n?|wochen?|monate?n?|jours?|días?)\b|over \d.{0,30}|\d.{0,20} applicants)/i;
const saved = /^save (.{2,100}) at (.{2,80})$/i;
const suffix =
  /\b(?:gGmbH|GmbH(?: & Co\. ?KG)?|AG|KG|e\. ?V\.|SE|Inc\.?|LLC|Ltd\.?|Limited|PLC|Corp\.?|S\.?A\.?S?|SARL|S\.?p\.?A\.?|S\.?r\.?l\.?|B\.?V\.?|N\.?V\.?|A\/S|AS|AB|Oy|sp\. z o\.o\.)$/i;

/** The short lines above a posting's text, without what boards and mail programs write around it. */
export function headLines(lines: readonly string[]): HeadLine[] {
  const head: HeadLine[] = [];
  for (const [at, text] of lines.entries()) {
    if (head.length >= maxHead || isJobSection(text)) break;
    if (text.length > maxLine) {
      if (head.length > 0) break;
      continue;
    }
    const plain = text.replace(/['’]/g, "");
    if (text && !around.test(plain) && !mailHeader.test(text)) head.push({ text, at });
  }
  return head;
}

/** Whether a line says a fact of a posting, and so neither its title nor its company. */
const isFact = (text: string): boolean =>
  splitLabel(text) !== null ||
  isPlace(text) ||
  postedLine.test(text) ||
  isApplyLabel(text) ||
  /\d.{0,20}[€$£]|[€$£] ?\d/.test(text) ||
  saysMoney(text) ||
  (text.length <= 40 && (employmentType(text) !== null || locationType(text) !== null));

const source = (at: number) => ({ source: "text", confidence: "likely", line: at + 1 }) as const;

/** What Indeed reads aloud behind a title: "Baker - job post". */
const spoken = /\s[-–]\s?job post$/i;
export const plainTitle = (text: string): string => text.replace(spoken, "");

/**
 * Title and company by where the lines of a copied posting stand: LinkedIn's company is above the title and its place
 * under it, other boards' company is beside the title.
 */
export function readHead(
  reading: Reading,
  lines: readonly string[],
  head: readonly HeadLine[],
): void {
  const [, title, company] = lines.map((line) => saved.exec(line)).find(Boolean) ?? [];
  const savedAt = lines.findIndex((line) => saved.test(line));
  if (title && company) {
    put(reading, "posting_title", title, source(savedAt));
    put(reading, "company_name", companyName(company), source(savedAt));
  }
  const posted = head.findIndex(({ text }) => postedLine.test(text));
  const under = head[posted];
  if (under && posted > 0) {
    const [, place = ""] = postedLine.exec(under.text) ?? [];
    put(reading, "posting_title", head[posted - 1]?.text ?? null, source(under.at - 1));
    if (isPlace(place) || isTownLike(place)) put(reading, "locations", [place], source(under.at));
    const above = head[posted - 2];
    if (above) put(reading, "company_name", companyName(above.text), source(above.at));
  }
  const found = head
    .slice(0, 4)
    .findIndex(
      ({ text }) => spoken.test(text) || (saysRole(text) && !isSentence(text) && !splitLabel(text)),
    );
  const line = head[found];
  if (line) put(reading, "posting_title", plainTitle(line.text), source(line.at));
  const titleAt = head.findIndex(({ text }) => plainTitle(text) === reading.posting_title?.value);
  if (titleAt >= 0 && !reading.company_name) putNeighbour(reading, lines, head, titleAt);
}

/** A line that ends as a sentence does, or goes on as one. */
export const isSentence = (text: string): boolean =>
  /[.!?…]$|\b(?:we|you|our|is|are|wir|nous|sucht|suchen)\b/i.test(text);

function putNeighbour(
  reading: Reading,
  lines: readonly string[],
  head: readonly HeadLine[],
  titleAt: number,
): void {
  const near = [head[titleAt + 1], head[titleAt - 1]].flatMap((each) => each ?? []);
  const named = near.find(({ text }) => suffix.test(text));
  const names = near.filter(
    ({ text }) => text.length <= 60 && !isFact(text) && !isSentence(text) && !saysRole(text),
  );
  // Of a name above and one below, a posting's text says the company's again.
  const guess = named ?? names.find((each) => isNamedElsewhere(each, lines)) ?? names[0];
  if (!guess) return;
  const doubt: Partial<Found> = named
    ? {}
    : { confidence: "doubtful", why: "The line stands where a company's name does." };
  const [, name = guess.text, town = ""] = /^(.{2,60}) [-–] (.{2,40})$/.exec(guess.text) ?? [];
  const where = { ...source(guess.at), ...doubt };
  const isBoth = isTownLike(town);
  put(reading, "company_name", companyName(isBoth ? name : guess.text), where);
  if (isBoth)
    put(reading, "locations", [town], {
      ...source(guess.at),
      confidence: "doubtful",
      why: "The line does not say which part is the place.",
    });
}

/** Whether another line names it as one does a company, and not as the place where something is. */
function isNamedElsewhere({ text, at }: HeadLine, lines: readonly string[]): boolean {
  return lines.slice(0, 200).some((line, index) => {
    const found = index === at ? -1 : line.indexOf(text);
    if (found < 0) return false;
    const isWord = !/^[\p{L}\p{N}]/u.test(line.slice(found + text.length));
    return (
      isWord && !/(?:^|\s)(?:in|near|from|to|à|en|nach|aus|bei)\s$/i.test(line.slice(0, found))
    );
  });
}

const intro =
  /^(.{2,60}?) (?:is|are) (?:currently |now |actively )?(?:looking for|hiring|seeking|recruiting|searching for)(?: an?| our next| another)? (.{3,90}?)(?=[.,!]| (?:to|who|for|in|with|that|based)\b)(?: to join .{2,60}? in| based in| in)?(?: (\p{Lu}[\p{L} -]{1,40}))?/u;
const nobody = /^(?:we|our|i|they|you|this|the|client|my)\b/i;

/** "Larch Foods is looking for a Baker to join our team in Bonn." */
export function readIntro(reading: Reading, lines: readonly string[]): void {
  for (const [at, line] of lines.slice(0, 10).entries()) {
    const [, who = "", role = "", place] = intro.exec(line.slice(0, 300)) ?? [];
    const isNamed = !nobody.test(who) && /^\p{Lu}/u.test(role);
    if (!saysRole(role) && !isNamed) continue;
    put(reading, "posting_title", role, source(at));
    const company = nobody.test(who) ? null : companyName(who);
    put(reading, "company_name", company, source(at));
    if (place) put(reading, "locations", [place.trim()], source(at));
    return;
  }
}

const isMode = (text: string): boolean => /^(?:remote|hybrid|on-?site)\b/i.test(text);

/** "Larch Foods | Baker | Remote (US) | Full-time", as in threads of who is hiring. */
export function pipedParts(
  line: string,
): { company: string; title: string; facts: string[] } | null {
  const parts = line.split(/\s?\|\s?/).map((part) => part.trim());
  const [company = "", ...rest] = parts;
  const said = rest.filter((part) => part !== "" && !isFact(part) && !isMode(part));
  const title = said.find(saysRole) ?? said[0];
  if (
    parts.length < 3 ||
    parts.length > 8 ||
    !rest.some(isFact) ||
    !title ||
    company === "" ||
    company.length > 80
  )
    return null;
  return { company, title, facts: rest.filter((part) => part !== title) };
}
