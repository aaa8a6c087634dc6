import type { SafeHtml } from "../../../rich-text.ts";
import { plainText } from "../../../rich-text-words.ts";
import type { Reading, SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";
import { canonicalAddress } from "../values/address.ts";
import { companyName } from "../values/company.ts";
import { descriptionOf } from "../values/description.ts";
import { words } from "../values/words.ts";
import { isBoardWord } from "./board-words.ts";
import { descriptionIn, descriptionOfPage } from "./description.ts";
import { withoutEstimates } from "./estimated-pay.ts";
import { put, readFactLine, readField } from "./facts.ts";
import { headingOf, type Title } from "./heading.ts";
import { readHeadline } from "./headline.ts";
import { isPosting } from "./is-posting.ts";
import { isBarrier, isJobSection } from "./job-words.ts";
import { labelField } from "./labels.ts";
import { listedPostings } from "./list.ts";
import { addressOf, marked, metaOf, textOf } from "./page-values.ts";
import { readPatterns } from "./read-patterns.ts";
import { type Line, readShown, type Shown } from "./shown-page.ts";
import { technologiesIn } from "./technologies.ts";

const nothing: SourceResult = { postings: [], is_list: false };

/** What a page shows and says of itself: OpenGraph, title patterns, marked and labelled values, readable text. */
export function readVisible(page: Page): SourceResult {
  const titles = titlesOf(page.document);
  if (titles.some(({ text }) => isBarrier(text))) return nothing;
  const all = readShown(page.document);
  const shown = ofPane(all);
  const reading = readPosting(page, shown, titles);
  if (reading) return { postings: [reading], is_list: false };
  const listed = listedPostings(all, page.url);
  return listed.length > 1 ? { postings: listed, is_list: true } : nothing;
}

function titlesOf(document: Document): Title[] {
  const named = ["og:title", "twitter:title"].map((name) => metaOf(document, name));
  const title = document.querySelector("title")?.textContent?.slice(0, 400) ?? "";
  return [title, ...named].flatMap((text) =>
    words(text) ? [{ text: words(text) as string }] : [],
  );
}

/** The pane of the one posting that a list page shows beside its list, where there is one. */
function ofPane(shown: Shown): Shown {
  const isOpen = shown.marks.some(({ field, inPane }) => inPane && field === "title");
  if (!isOpen) return shown;
  return {
    lines: shown.lines.filter(({ inPane }) => inPane),
    marks: shown.marks.filter(({ inPane }) => inPane),
    links: [],
  };
}

/** An element's words; of a labelled pair the value alone. */
const shownValue = (element: Element): string => {
  const values = Array.from(element.querySelectorAll("dd"), textOf);
  if (values.length > 0) return values.join("; ");
  const text = textOf(element);
  const label = element.firstElementChild ? textOf(element.firstElementChild) : "";
  return label && labelField(label) && text.startsWith(label)
    ? text.slice(label.length).trim()
    : text;
};

function readPosting(page: Page, shown: Shown, titles: Title[]): Reading | null {
  const { document, url } = page;
  const lines = shown.lines.filter(({ framed }) => !framed);
  const texts = withoutEstimates(lines.map(labelledText));
  const heading = headingOf(shown, titles);
  const [markedCompany] = marked(shown, "company").map(({ element, kind }) => ({
    kind,
    text: companyOf(element),
  }));
  const site = words(metaOf(document, "og:site_name"));
  const hints = { heading: heading?.text ?? null, company: markedCompany?.text ?? null, site };
  const headlines = titles
    .map(({ text }) => readHeadline(text, hints))
    .filter((each) => each !== null);
  const headline = headlines.find(({ company }) => company) ?? headlines[0] ?? null;
  const isSure = headlines.some(({ sure }) => sure);
  const title = heading?.text ?? headline?.title ?? null;
  if (!title || isBoardWord(title)) return null;

  const today = new Date().toISOString().slice(0, 10);
  const reading: Reading = {};
  const byPage = { source: "page", confidence: "sure" } as const;
  const byMeta = { source: "meta", confidence: headline?.sure ? "sure" : "likely" } as const;
  if (heading)
    put(reading, "posting_title", title, {
      ...byPage,
      confidence: heading.sure ? "sure" : "likely",
    });
  else put(reading, "posting_title", title, byMeta);
  if (markedCompany?.kind === "board") put(reading, "company_name", markedCompany.text, byPage);
  if (headline?.sure) put(reading, "company_name", headline.company, byMeta);

  for (const field of ["place", "mode", "type", "pay", "posted", "closes"] as const)
    for (const { element, kind } of marked(shown, field).slice(0, 8))
      readField(
        reading,
        field,
        shownValue(element),
        { ...byPage, confidence: kind === "common" ? "likely" : "sure" },
        today,
      );
  readPatterns(reading, texts, byPage, today);
  // A label names the company more surely than a title's parts do.
  put(reading, "company_name", headline?.company ?? null, byMeta);
  const at = heading ? lines.findIndex(({ text }) => text.includes(heading.text)) : -1;
  if (at >= 0)
    for (const line of texts.slice(at + 1, at + 9))
      readFactLine(reading, line, { ...byPage, confidence: "likely" }, today);
  put(reading, "locations", headline?.place ? [headline.place] : null, byMeta);
  put(
    reading,
    "company_name",
    markedCompany?.text ?? linkedCompany(shown) ?? companyElsewhere(texts, site),
    {
      ...byPage,
      confidence: "likely",
    },
  );

  if (!isPosting(page, shown, texts, title, isSure, reading)) return null;
  const longest = markedDescription(shown, url) ?? descriptionOfPage(shown, url);
  put(reading, "job_description", longest, { source: "page", confidence: "likely" });
  put(
    reading,
    "technology_string",
    technologiesIn(`${title}\n${longest ? plainText(longest) : ""}`),
    { source: "page", confidence: "likely" },
  );
  put(reading, "posting_url_full", addressOf(document, url) ?? linkedAddress(shown, url), {
    source: "meta",
    confidence: "sure",
  });
  return reading;
}

/** The description in the elements that are named for it: the longest, or all that `itemprop` names. */
function markedDescription(shown: Shown, url: URL | null): SafeHtml | null {
  const marks = marked(shown, "description").slice(0, 6);
  const read = (some: typeof marks) =>
    some.map(({ element }) => descriptionIn(element, url)).filter((each) => each !== null);
  if (marks.length > 1 && marks.every(({ kind }) => kind === "item"))
    return descriptionOf(read(marks).join("\n"), url);
  return read(marks).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** A line's words; a label and its value that stand in elements of their own are parted by a colon. */
function labelledText({ text, pieces }: Line): string {
  const [label, value] = pieces;
  return label && value && pieces.length === 2 && labelField(label.text)
    ? `${label.text}: ${value.text}`
    : text.slice(0, 4_000);
}

const companyOf = (element: Element): string | null => {
  const own = Array.from(element.childNodes).filter(({ nodeType }) => nodeType === 3);
  const text = words(own.map(({ nodeValue }) => nodeValue ?? "").join(" ")) ?? textOf(element);
  return text.length <= 100 ? companyName(text.replace(/^at /, "")) : null;
};

/** The company by a link to its page at the board, "/cmp/Larch-Foods". */
function linkedCompany(shown: Shown): string | null {
  const link = shown.links.find(
    ({ element, framed }) =>
      !framed &&
      /\/(?:cmp|company|companies)\/[^/?#]{2}|\/company-[a-z]/.test(
        (element.getAttribute("href") ?? "").slice(0, 300),
      ),
  );
  const text = link && textOf(link.element);
  return text && text.length <= 60 ? companyName(text) : null;
}

/** The company by "Careers at Larch Foods", "About Larch Foods" or the site's name. */
function companyElsewhere(texts: readonly string[], site: string | null): string | null {
  for (const text of texts.slice(0, 400)) {
    const [, name] =
      /^(?:[Cc]areers at|CAREERS AT|About|ABOUT|Why) ([\p{Lu}\d][^.:!]{1,40}?)\??$/u.exec(
        text.slice(0, 60),
      ) ?? [];
    if (name && !/^(?:the|this|us|you|our|your|me|it)\b/i.test(name) && !isJobSection(text))
      return companyName(name);
  }
  return site && !isBoardWord(site) ? companyName(site) : null;
}

/** The address that the posting's own title leads to, as in a fragment of LinkedIn. */
function linkedAddress(shown: Shown, url: URL | null): string | null {
  const [title] = marked(shown, "title").filter(({ kind }) => kind === "board");
  return canonicalAddress(title?.element.closest("a")?.getAttribute("href"), url);
}
