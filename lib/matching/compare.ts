import { addressKey } from "./address.ts";
import { type Advert, maxCompared } from "./advert.ts";
import { isAgency } from "./agency.ts";
import { companiesIn, shareCompany } from "./company.ts";
import { areApart } from "./places.ts";
import { compareTexts, type Likeness, type Sketch, sketchOf } from "./text.ts";
import { compareTitles, readTitle, type TitleMatch } from "./title.ts";

/** An advert that was read once, to be compared with many. */
export type ReadAdvert = {
  kind: Advert["kind"];
  address: string;
  companies: string[][];
  title: string;
  city: string;
  sketch: Omit<Sketch, "bands"> | null;
  /** it is, or may be, whoever fills another's position */
  isAgency: boolean;
};

/** What is kept of an advert's text. */
export type KeptText = Pick<ReadAdvert, "sketch" | "isAgency">;

/** Reads the text of an advert, and who says it. */
export const readText = ({ companies, text }: Advert): KeptText & { sketch: Sketch | null } => ({
  sketch: sketchOf(text),
  isAgency: isAgency(companies, text.slice(0, maxCompared.text)),
});

/** Reads an advert; its text is given where it was read already. */
export function readAdvert(advert: Advert, text: KeptText = readText(advert)): ReadAdvert {
  const { kind, companies, title, url, city } = advert;
  const named = companiesIn(companies);
  const mayBeAgency = text.isAgency || kind === "email_opportunity" || named.length !== 1;
  return {
    kind,
    address: addressKey(url),
    companies: named,
    title,
    city,
    sketch: text.sketch,
    isAgency: mayBeAgency,
  };
}

/** Why two adverts are of one job: one link, one company with one title, or one text under another name. */
export type Because = "link" | "title" | "text";

// Shares of shingles. Half of an agency's listing is often about the agency; a level or a team changes a sentence or two.
const [wholeText, sameText, mostlyShared, halfShared] = [0.95, 0.85, 0.7, 0.5];

/** Less than that is common to two openings of one company: much of each text is about the company. */
const otherText = 0.7;

/** Whether two adverts are of one job, and what says so; null where they are not, or too little is known. */
export function compareAdverts(a: ReadAdvert, b: ReadAdvert): Because | null {
  if (a.address !== "" && a.address === b.address) return "link";
  const cities = `${a.city}, ${b.city}`;
  const title = compareTitles(readTitle(a.title, cities), readTitle(b.title, cities));
  const text = compareTexts(a.sketch, b.sketch);
  if (title.level === "different") return null;
  const apart = areApart(a.city, b.city);
  if (shareCompany(a.companies, b.companies)) {
    // What a recruiter writes in a mail is no copy of an advertisement.
    const isMail = a.kind !== b.kind;
    return isSameOpening(title, text, apart, isMail) ? "title" : null;
  }
  // Many companies copy one template of a job; an agency copies the text of a company.
  const isCopied = text !== null && !apart && (a.isAgency || b.isAgency);
  const isNamed = a.companies.length > 0 && b.companies.length > 0;
  if (!isCopied || (title.words === "overlap" && !isNamed)) return null;
  return isSameText(title, text, a.isAgency && b.isAgency) ? "text" : null;
}

function isSameOpening(
  { words, level }: TitleMatch,
  text: Likeness | null,
  apart: boolean,
  isMail: boolean,
): boolean {
  const isCopy = text !== null && text.common >= sameText;
  // One text in two cities is two openings.
  if (apart || words === "different" || words === "overlap") return false;
  // Where one title says less, only a copy of the text is the same opening.
  if (level === "unstated") return text !== null && text.common >= wholeText;
  if (words === "unknown" || (words === "within" && text !== null && !isMail)) return isCopy;
  return text === null || isMail || text.within >= otherText;
}

// The name of the company differs: an agency's listing of a direct one has its text, and often an own title.
function isSameText({ words, level }: TitleMatch, text: Likeness, areAgencies: boolean): boolean {
  const isCopy = text.within >= 0.9 && text.common >= 0.6;
  if (words === "different") return false;
  if (words === "overlap" || level === "unstated") return isCopy;
  const least = words === "same" && !areAgencies ? halfShared : mostlyShared;
  return text.within >= least && text.common >= 0.3;
}
