import type { Reading, SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";
import { canonicalAddress } from "../values/address.ts";
import { companyName } from "../values/company.ts";
import { descriptionOf } from "../values/description.ts";
import { employmentType } from "../values/employment-type.ts";
import { locationType } from "../values/location-type.ts";
import { placesOf } from "../values/place.ts";
import { words } from "../values/words.ts";
import { readAddress } from "./read-address.ts";

/** Where the pages of a board show what: selectors, in a row of its list or in the page of a posting. */
type Markup = {
  /** as `appliedThrough` names the board */
  board: string;
  row?: string;
  title: string;
  link?: string;
  company?: string;
  place?: string;
  type?: string;
  mode?: string;
  description?: string;
};

const markups: readonly Markup[] = [
  {
    board: "Lever",
    title: ".posting-headline h2",
    place: ".posting-categories .location",
    type: ".posting-categories .commitment",
    mode: ".posting-categories .workplaceTypes",
    description: ".section-wrapper .section.page-centered:not(.last-section-apply)",
  },
  {
    board: "Lever",
    row: ".postings-group .posting",
    title: "[data-qa='posting-name']",
    link: "a.posting-title",
    place: ".sort-by-location",
    type: ".sort-by-commitment",
    mode: ".workplaceTypes",
  },
  {
    board: "Greenhouse",
    title: "h1.app-title",
    company: ".company-name",
    place: "#header .location",
    description: "#content",
  },
  {
    board: "Greenhouse",
    title: ".job__title h1",
    place: ".job__location",
    description: ".job__description",
  },
  { board: "Greenhouse", row: ".opening", title: "a", link: "a", place: ".location" },
  {
    board: "Greenhouse",
    row: ".job-post",
    title: "a p:first-of-type",
    link: "a",
    place: ".body__secondary",
  },
  {
    board: "ICIMS",
    row: ".iCIMS_JobCardItem",
    title: "h3",
    link: "a.iCIMS_Anchor",
    place: ".header.left span:not(.sr-only)",
  },
  {
    board: "JobVite",
    title: ".jv-header",
    place: ".jv-job-detail-meta",
    description: ".jv-job-detail-description",
  },
  {
    board: "JobVite",
    row: "tr:has(.jv-job-list-location)",
    title: "a",
    link: "a",
    place: ".jv-job-list-location",
  },
  {
    board: "ClearCompany",
    row: "tr.ReqRowClick",
    title: ".posTitle a",
    link: ".posTitle a",
    place: ".cities",
  },
];

/** The most rows of a list. */
const maxRows = 50;

/** The postings that a board's own markup shows: of a posting's page that one, of a list its rows, at most 50. */
export function readMarkup(page: Page): SourceResult {
  for (const markup of markups) {
    const parts = markup.row
      ? [...page.document.querySelectorAll(markup.row)].slice(0, maxRows)
      : [page.document.documentElement];
    const postings = parts.flatMap((part) =>
      part ? (readPart(part, markup, page.url) ?? []) : [],
    );
    if (postings.length > 0) return { postings, is_list: Boolean(markup.row) };
  }
  return { postings: [], is_list: false };
}

function readPart(part: Element, markup: Markup, base: URL | null): Reading | undefined {
  const found = { source: "page", confidence: "likely" } as const;
  const text = (selector: string | undefined) =>
    selector ? words(part.querySelector(selector)?.textContent?.slice(0, 1_000)) : null;
  const title = text(markup.title);
  if (!title) return undefined;
  const reading: Reading = { posting_title: { value: title, ...found } };
  const company = companyName(text(markup.company)?.replace(/^at /i, ""));
  if (company) reading.company_name = { value: company, ...found };
  const { locations, location_type } = placesOf(text(markup.place));
  if (locations.length > 0) reading.locations = { value: locations, ...found };
  const mode = locationType(text(markup.mode)) ?? location_type;
  if (mode) reading.location_type = { value: mode, ...found };
  const type = employmentType(text(markup.type));
  if (type) reading.employment_type = { value: type, ...found };
  const description = descriptionIn(part, markup, base);
  if (description) reading.job_description = { value: description, ...found };
  reading.posting_url_domain = { value: markup.board, ...found };
  const href = markup.link && part.querySelector(markup.link)?.getAttribute("href");
  const address = href ? canonicalAddress(href, base) : null;
  return address ? { ...readAddress(new URL(address)).reading, ...reading } : reading;
}

function descriptionIn(part: Element, { description }: Markup, base: URL | null) {
  if (!description) return null;
  const sections = [...part.querySelectorAll(description)].map(({ innerHTML }) => innerHTML);
  return descriptionOf(sections.join("\n"), base);
}
