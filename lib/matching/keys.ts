import { addressKey } from "./address.ts";
import type { Advert } from "./advert.ts";
import { companiesIn } from "./company.ts";
import { readText } from "./compare.ts";
import { hashText, type Sketch, writeNumbers } from "./text.ts";
import { readTitle } from "./title.ts";

const [maxCompanies, maxTitleWords] = [4, 8];

/** What is kept of an advert to find its duplicates: those share a key with it. */
export type AdvertKeys = {
  /** of its link, and of each company with each word of the title */
  address: number[];
  names: number[];
  text: number[];
  kept: { sketch: Sketch | null; isAgency: boolean };
};

/** The keys of an advert. */
export function keysOf(advert: Advert): AdvertKeys {
  const { companies, title, url, city } = advert;
  const address = addressKey(url);
  const { words } = readTitle(title, city);
  const said = words.size > 0 ? [...words].slice(0, maxTitleWords) : [""];
  const names = companiesIn(companies)
    .slice(0, maxCompanies)
    .flatMap((company) => said.map((word) => hashText(`name ${company.join("")} ${word}`)));
  const kept = readText(advert);
  return {
    address: address ? [hashText(`link ${address}`)] : [],
    names: [...new Set(names)],
    text: [...new Set(kept.sketch?.bands)],
    kept,
  };
}

/** What is kept of a text, as a row has it; null where it is too short to be compared. */
export const writtenText = ({ sketch, isAgency }: AdvertKeys["kept"]) =>
  sketch && { shingles: sketch.shingles, numbers: writeNumbers(sketch), agency: Number(isAgency) };
