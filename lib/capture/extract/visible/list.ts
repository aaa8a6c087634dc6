import type { Reading } from "../../posting.ts";
import { canonicalAddress } from "../values/address.ts";
import { words } from "../values/words.ts";
import { isApplyLabel } from "./job-words.ts";
import { type Listed, withCards } from "./list-cards.ts";
import type { Shown } from "./shown-page.ts";

const maxListed = 50;
/** Links that are looked at: a page may lead to many searches before its first posting. */
const maxLinks = 300;
const jobPath =
  /(?:job|jobs|career|careers|position|positions|vacanc\w{1,4}|openings?|stellen\w{0,10}|karriere|emplois?|offres?|empleos?|ofertas?|vagas?|vacatures?|viewjob|joblisting|job-listing|job-?posting|job-?ad|job-?offer|roles?)[/?.=_-][^/]|\/rc\/clk|\/viewjob|jobListing/i;
/** Pages of companies, and links that share the page or carry it elsewhere. */
const otherPath =
  /\/(?:company|companies|cmp|school|showcase|employer|arbeitgeber|entreprise)\/[^/?#]{1,200}\/?(?:[?#]|$)|\/\/(?:[\w-]{1,20}\.)?(?:facebook|twitter|x|whatsapp|telegram|pinterest|reddit)\.(?:com|me|org)\/|sharearticle|^mailto:|[?&](?:u|text)=https?(?::|%3a)/i;
const noTitle =
  /^(?:(?:view|see|show|browse|search|all|more|find|back|save|share|apply|sign|log|learn|read|next|previous|post|create|home|jobs|careers|job alerts?|page|se alle|alle (?:stellen|jobs)|toutes les offres|ver (?:todas?|m[áa]s)|vedi tutt[ei])\b.{0,40}|https?:\/\/.{0,150}|.{0,60}[:：]|\d+|.{0,3})$/i;

/** Whether a link is a heading: where postings have headings, other links are of their tags and of menus. */
const isHeadingLink = (element: Element): boolean =>
  element.closest("h2, h3, h4") !== null || element.querySelector("h2, h3, h4") !== null;

/** The postings that a page lists: titles, addresses and what their cards say, each address once. */
export function listedPostings(shown: Shown, base: URL | null): Reading[] {
  const listed = new Map<string, Listed>();
  for (const { element, framed } of shown.links.slice(0, 5_000)) {
    const href = (element.getAttribute("href") ?? "").slice(0, 2_000);
    if (framed || listed.size >= maxLinks) continue;
    if (!jobPath.test(href) || otherPath.test(href)) continue;
    const heading =
      element.querySelector("h1 [class*=itle], h2 [class*=itle], h3 [class*=itle]") ??
      element.querySelector("h1, h2, h3, h4, [class*=itle]") ??
      element.querySelector("strong, b") ??
      element;
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
    const reading: Reading = {
      posting_title: { value: title, ...found },
      ...(address ? { posting_url_full: { value: address, ...found } } : {}),
    };
    listed.set(url, { element, reading, isHeading: isHeadingLink(element) });
  }
  const headed = [...listed.values()].filter(({ isHeading }) => isHeading);
  const today = new Date().toISOString().slice(0, 10);
  return withCards(shown, headed.length > 2 ? headed : [...listed.values()], today).slice(
    0,
    maxListed,
  );
}
