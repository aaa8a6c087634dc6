import type { Reading } from "../../posting.ts";
import { canonicalAddress } from "../values/address.ts";
import { words } from "../values/words.ts";
import { isApplyLabel } from "./job-words.ts";
import type { Shown } from "./shown-page.ts";

const maxListed = 50;
const jobPath =
  /(?:job|jobs|career|careers|position|positions|vacanc\w{1,4}|openings?|stellen\w{0,10}|karriere|emplois?|offres?|empleos?|ofertas?|vagas?|vacatures?|viewjob|joblisting|job-listing|roles?)[/?.=_-][^/]|\/rc\/clk|\/viewjob|jobListing/i;
const noTitle =
  /^(?:(?:view|see|show|browse|search|all|more|find|back|save|share|apply|sign|log|learn|read|next|previous|post|create|home|jobs|careers|job alerts?|page)\b.{0,40}|\d+|.{0,3})$/i;

/** The postings that a page lists: titles and addresses alone, each address once. */
export function listedPostings(shown: Shown, base: URL | null): Reading[] {
  const listed = new Map<string, Reading>();
  for (const { element, framed } of shown.links.slice(0, 5_000)) {
    const href = (element.getAttribute("href") ?? "").slice(0, 2_000);
    if (framed || listed.size >= maxListed || !jobPath.test(href)) continue;
    const heading = element.querySelector("h1, h2, h3, h4, strong, b, [class*=itle]") ?? element;
    const title = words((heading.textContent ?? "").slice(0, 300));
    const url = canonicalAddress(href, base) ?? href;
    if (
      !title ||
      title.length > 150 ||
      noTitle.test(title) ||
      isApplyLabel(title) ||
      listed.has(url)
    )
      continue;
    const found = { source: "page", confidence: "likely" } as const;
    const address = canonicalAddress(href, base);
    listed.set(url, {
      posting_title: { value: title, ...found },
      ...(address ? { posting_url_full: { value: address, ...found } } : {}),
    });
  }
  return [...listed.values()];
}
