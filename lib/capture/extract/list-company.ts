import { fold } from "../../imports/vocabulary/fold.ts";
import type { Reading } from "../posting.ts";
import type { Page } from "./page.ts";
import { companyName } from "./values/company.ts";
import { words } from "./values/words.ts";
import { isBoardWord } from "./visible/board-words.ts";
import { careersOf, isTrail } from "./visible/careers-head.ts";
import { saysRole } from "./visible/job-words.ts";
import { metaOf } from "./visible/page-values.ts";
import { isPlace } from "./visible/places.ts";

type Company = NonNullable<Reading["company_name"]>;

const separators = /\s[|–—·•‹›»«:-]{1,3}\s|[|｜]/;
/** "35 Baker jobs in Bonn": what somebody searched for, on a board. */
const search =
  /^\d|\b(?:jobs?|vacanc(?:y|ies)|careers|positions|stellen(?:angebote)?|emplois?|offres|empleos?|ofertas|vagas?|vacatures|lavoro|jobb)\s(?:for|in|near|im|bei dir|à|en|de|em|nära)\s|\bnear me\b/i;
/** A site that names itself after its trade lists other people's postings. */
const trade =
  /job|career|karriere|\bwork(?!s\b)|hiring|\bhire|talent|recruit|staffing|stellen|emploi|empleo|vacature|\bboard\b|vacanc|lavoro|praca|arbeit(?!er)/i;

const nameOf = (text: string | null | undefined): string | null =>
  !text || isBoardWord(text) || trade.test(text) || saysRole(text) || isPlace(text)
    ? null
    : companyName(text);

const isInHost = (name: string, url: URL | null): boolean =>
  url?.hostname.replace(/\W/g, "").includes(fold(name).replace(/ /g, "")) ?? false;

/** The company in a list's title: "Careers at Larch Foods", "Larch Foods – Open positions". */
function inTitle(title: string, url: URL | null): string | null {
  const parts = title.split(separators).map((part) => part?.trim() ?? "");
  for (const part of parts) {
    const { name, isSure } = careersOf(part) ?? {};
    const company = nameOf(name);
    if (company && (isSure || /(?:careers|karriere)$/i.test(part) || isInHost(company, url)))
      return company;
  }
  const others = parts.filter((part) => part !== "" && !isTrail(part) && !isBoardWord(part));
  return others.length === 1 && others.length < parts.length ? nameOf(others[0]) : null;
}

/** Whose postings a page lists, by its title or its site's name: in doubt, since no posting says it. */
export function listCompany({ document, url }: Page): Company | null {
  const title = words(document.querySelector("title")?.textContent?.slice(0, 400)) ?? "";
  const named = search.test(title) && !careersOf(title)?.isSure ? null : inTitle(title, url);
  const site = search.test(title) ? null : nameOf(words(metaOf(document, "og:site_name")));
  const value = named ?? site;
  if (!value) return null;
  const where = named ? `the page’s title is “${title.slice(0, 80)}”` : "the site has this name";
  return {
    value,
    source: "meta",
    confidence: "doubtful",
    why: `The posting names no company; ${where}.`,
  };
}
