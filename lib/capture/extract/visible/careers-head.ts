import type { Reading } from "../../posting.ts";
import { companyName } from "../values/company.ts";
import { isBoardWord } from "./board-words.ts";
import { put } from "./facts.ts";
import { saysRole } from "./job-words.ts";
import { isPlace } from "./places.ts";
import { type HeadLine, isSentence } from "./text-head.ts";

const careers =
  /^(?:(?:careers?|jobs?|vacanc(?:y|ies)|open (?:roles|positions)|current openings|karriere|stellenangebote|jobs und karriere|offres d['’]emploi|carri[eè]res?|empleos?|lavora|werken|vacatures|lediga jobb|ledige stillinger) (?:at|with|bei|chez|en|con|bij|hos)|join) (\p{Lu}[^.:!?]{1,59})$/iu;
/** "Larch Foods Careers", which may as well be of a field: "Nursing Jobs". */
const ofSomebody =
  /^(?!(?:My|Saved|Similar|All|New|More|Top|Post|Search|Find|Recent|Related|Remote|Local)\s)(\p{Lu}[^.:!?]{1,49}?)(?:['’]s)? (?:[Cc]areers|[Jj]obs|Karriere|[Oo]pen (?:roles|positions)|[Vv]acancies)$/u;
/** What leads to a posting on a company's own site, and is part of none. */
const trail =
  /^(?:(?:home|startseite|accueil|inicio)(?: ?page)?|(?:all |back to (?:all )?|see all )?(?:open |current |our )?(?:roles|jobs|positions|openings|vacancies)|careers?|karriere|offene stellen|(?:alle |aktuelle )?stellenangebote|nos offres|offres d['’]emploi|ofertas(?: de empleo)?|vacatures|lediga jobb|ledige stillinger)$/i;
const steps = /\s[/>›»→|·]\s/;

/** Whose careers page a line names; unsure where that may be a field as well. Null where it names none. */
export function careersOf(text: string): { name: string; isSure: boolean } | null {
  const [, sure] = careers.exec(text) ?? [];
  const [, likely] = trail.test(text) ? [] : (ofSomebody.exec(text) ?? []);
  const name = sure ?? likely;
  return name && !isBoardWord(name) ? { name, isSure: sure !== undefined } : null;
}

/** Whether a line only leads to postings: "Open roles", "Careers at Larch Foods". */
export const isTrail = (text: string): boolean =>
  trail.test(text) || careers.test(text) || ofSomebody.test(text);

/** A breadcrumb, "Careers at Larch Foods / Open roles / Baker", as a line for each step. */
const eachStep = ({ text, at }: HeadLine): HeadLine[] => {
  const parts = text.split(steps).map((part) => part.trim());
  const isCrumbs = parts.length > 1 && parts.some(isTrail);
  return isCrumbs ? parts.filter(Boolean).map((part) => ({ text: part, at })) : [{ text, at }];
};

/**
 * Reads what a company's own site puts above a posting: "Careers at Larch Foods", "Open roles", and then the title.
 * Gives the other lines.
 */
export function readCareersHead(reading: Reading, given: readonly HeadLine[]): HeadLine[] {
  const lines = given.flatMap(eachStep);
  const last = lines.slice(0, 6).findLastIndex(({ text }) => isTrail(text));
  if (last < 0) return lines;
  for (const { text, at } of lines.slice(0, last + 1)) putCompany(reading, text, at + 1);
  const rest = lines.filter(({ text }, at) => at > last || !isTrail(text));
  putTitle(
    reading,
    rest.filter(({ at }) => at >= (lines[last]?.at ?? 0)),
  );
  return rest;
}

function putCompany(reading: Reading, text: string, line: number): void {
  const found = careersOf(text);
  if (!found) return;
  const doubt = found.isSure
    ? {}
    : ({ confidence: "doubtful", why: "The line may name a field and not a company." } as const);
  put(reading, "company_name", companyName(found.name), {
    source: "text",
    confidence: "likely",
    line,
    ...doubt,
  });
}

/** The first line under the trail is the title: in doubt where it says no role, or where others do as well. */
function putTitle(reading: Reading, [first, ...others]: readonly HeadLine[]): void {
  if (!first || isSentence(first.text) || isPlace(first.text)) return;
  const roles = others.filter(({ text }) => saysRole(text) && !isSentence(text));
  const isRole = saysRole(first.text);
  const where = { source: "text", line: first.at + 1 } as const;
  if (isRole && roles.length === 0)
    put(reading, "posting_title", first.text, { ...where, confidence: "likely" });
  else
    put(reading, "posting_title", first.text, {
      ...where,
      confidence: "doubtful",
      why: isRole ? "The text names several roles." : "The line stands where a title does.",
      ...(roles.length > 0 ? { choices: roles.map(({ text }) => text).slice(0, 4) } : {}),
    });
}
