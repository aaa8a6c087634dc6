import { findPane, headingOf } from "./pane.ts";
import { attribute, escapeText, frameBody, shownHtml } from "./serialize.ts";

/** A page as it is sent: its address, and the HTML of what it shows and says of itself. */
export type Collected = { url: string; html: string };

/** The longest page that is sent, in characters. */
const maxPage = 2_000_000;

const maxScript = 300_000;
const keptMeta =
  /^(og:|article:|twitter:(title|description)$|description$|title$|author$|application-name$|robots$)/i;
/** Names under which boards embed the posting itself in their pages. */
const embeddedNames =
  /__NEXT_DATA__|__appData|__remixContext|__NUXT__|"jobPosting|"jobPostingInfo"|"jobAd"|"job_post"/;

/**
 * Collects the open page: what it shows (the pane of one posting, where it lists several), its job data, title and
 * canonical address. Cookies, storage, scripts and what was typed stay in the page. `room` bounds it, in characters.
 */
export function collectPage(room = maxPage, withEmbedded = true): Collected {
  const pane = findPane(document);
  // What a page of several postings says of itself is not about the one in its pane.
  const isList = pane !== null && !namesPosting(pane);
  const head = isList ? headOfPane(pane) : headOf(room, withEmbedded);
  const body = shownHtml(isList ? pane : document.body, room - head.length);
  const lang = attribute("lang", document.documentElement.lang);
  const shown = isList ? `<body><main>${body}</main></body>` : body;
  return { url: addressOf(location), html: `<!doctype html><html${lang}>${head}${shown}</html>` };
}

/** Whether the page's job data is of one posting, the one in the pane. */
function namesPosting(pane: Element): boolean {
  const data = scriptsOf(false).map(({ text }) => text);
  if (data.some((text) => text.includes("ItemList"))) return false;
  const [only, ...others] = data.filter((text) => text.includes("JobPosting"));
  const title = /"title"\s{0,9}:\s{0,9}"([^"]{1,200})"/.exec(only ?? "")?.[1];
  return others.length === 0 && title !== undefined && (pane.textContent ?? "").includes(title);
}

// A name and a password before the host are nobody's business.
const addressOf = ({ href }: Location): string => href.replace(/^(https?:\/\/)[^/@]*@/, "$1");

const headOfPane = (pane: Element): string =>
  `<head><title>${escapeText(headingOf(pane)?.textContent?.trim() ?? "")}</title></head>`;

function headOf(room: number, withEmbedded: boolean): string {
  const parts = [`<title>${escapeText(document.title)}</title>`];
  for (const meta of document.querySelectorAll("meta[content]")) {
    const by = meta.hasAttribute("property") ? "property" : "name";
    const name = meta.getAttribute(by) ?? "";
    if (!keptMeta.test(name)) continue;
    const content = attribute("content", meta.getAttribute("content"));
    parts.push(`<meta${attribute(by, name)}${content}>`);
  }
  const canonical = document.querySelector<HTMLLinkElement>("link[rel=canonical]");
  if (canonical) parts.push(`<link rel="canonical"${attribute("href", canonical.href)}>`);
  let left = room / 2;
  for (const { type, id, text } of scriptsOf(withEmbedded)) {
    if (text.length > Math.min(maxScript, left)) continue;
    left -= text.length;
    const kept = attribute("type", type) + attribute("id", id);
    parts.push(`<script${kept}>${text.replaceAll("</", "<\\/")}</script>`);
  }
  return `<head>${parts.join("")}</head>`;
}

/** The blocks of job data, here and in frames of the same origin; then what a board embeds of the posting. */
function scriptsOf(withEmbedded: boolean): HTMLScriptElement[] {
  const frames = [...document.querySelectorAll("iframe")].map((one) => frameBody(one));
  const roots = [document, ...frames.flatMap((body) => body?.ownerDocument ?? [])];
  const all = roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLScriptElement>("script:not([src])"),
  ]);
  const isJobData = ({ type }: HTMLScriptElement) => /^application\/ld\+json/i.test(type.trim());
  const embeds = ({ id, text }: HTMLScriptElement) =>
    text.length <= maxScript && (embeddedNames.test(id) || embeddedNames.test(text));
  const embedded = withEmbedded ? all.filter((one) => !isJobData(one) && embeds(one)) : [];
  return [...all.filter(isJobData), ...embedded];
}
