import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { SafeHtml } from "../../../rich-text.ts";
import { descriptionOf } from "../values/description.ts";
import { isJobSection } from "./job-words.ts";
import { isFilledForm, isFrame, isHidden, unseen } from "./regions.ts";
import type { Line, Shown } from "./shown-page.ts";

const maxHtml = 600_000;
const maxElements = 8_000;
const maxDepth = 200;
const ending =
  /^\W{0,3}(?:apply for this (?:job|position|role)|to apply,? fill out|submit your application|similar jobs|related jobs|recommended jobs|more jobs|report this job|apply by email|share this job|back to all (?:roles|jobs))/i;

/** The markup of an element, without what is not its text: scripts, forms, menus, and what follows an end mark. */
function pruned(element: Element): Element | null {
  const html = element.outerHTML;
  if (html.length > maxHtml) return null;
  const body = parseHTML(`<html><body>${html}</body></html>`).document.body;
  let ended = false;
  const all = Array.from(body.querySelectorAll("*"));
  if (all.length > maxElements) return null;
  for (const each of all) {
    if (each.parentElement?.firstElementChild === body) continue;
    const isRoot = each.parentElement === body;
    if (
      !ended &&
      each.children.length === 0 &&
      ending.test((each.textContent ?? "").slice(0, 80).trim())
    )
      ended = true;
    const gone =
      unseen.has(each.tagName.toUpperCase()) ||
      /^(?:BUTTON|INPUT|LABEL|IMG|ASIDE)$/.test(each.tagName);
    if (!isRoot && (gone || isFrame(each) || isHidden(each) || isFilledForm(each))) each.remove();
    else if (ended && each.children.length === 0) each.remove();
  }
  return body;
}

/** The description in an element that is known to hold it. */
export function descriptionIn(element: Element, url: URL | null): SafeHtml | null {
  const body = pruned(element);
  return body && descriptionOf(body.innerHTML, url);
}

/** Chinese and Japanese say in one sign what other scripts take several for. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** A heading is short, but what it stands over belongs to the description. */
const headingWeight = 150;

/** How much a line tells of where the description is; nothing for a short one that is no heading. */
function weightOf({ text, length }: Line): number {
  if (isJobSection(text)) return headingWeight;
  const weight = length + 2 * (text.match(dense)?.length ?? 0);
  return weight < 40 ? 0 : weight;
}

/** The smallest element that holds nearly all long lines; null where the page has none, or is nested too deep. */
function commonElement(lines: readonly Line[]): Element | null {
  const held = new Map<Element, number>();
  let total = 0;
  for (const line of lines.slice(0, 3_000)) {
    const length = weightOf(line);
    if (length === 0) continue;
    total += length;
    let each: Element | null = line.block;
    for (let depth = 0; each && depth < maxDepth; depth++) {
      held.set(each, (held.get(each) ?? 0) + length);
      each = each.parentElement;
    }
  }
  let best: Element | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [element, length] of held)
    if (length >= total * 0.85 && length <= least) {
      if (length === least && best && !best.contains(element)) continue;
      best = element;
      least = length;
    }
  return total >= 150 ? best : null;
}

/** The description of a page that names no element for it: what holds its sections, else what Readability finds. */
export function descriptionOfPage(shown: Shown, url: URL | null): SafeHtml | null {
  const lines = shown.lines.filter((line) => !line.framed);
  const element = commonElement(lines);
  if (!element) return null;
  const body = pruned(
    element.tagName === "BODY" || element.tagName === "HTML"
      ? (element.querySelector("main") ?? element)
      : element,
  );
  if (!body) return null;
  const sections = lines.filter(({ text }) => isJobSection(text)).length;
  if (sections >= 2) return descriptionOf(body.innerHTML, url);
  const { document } = parseHTML(`<html><body>${body.innerHTML}</body></html>`);
  const article = new Readability(document, {
    charThreshold: 100,
    maxElemsToParse: maxElements,
  }).parse();
  return descriptionOf(article?.content ?? body.innerHTML, url);
}
