import { isHtml } from "../rich-text-markup.ts";
import { toWebUrl } from "../urls.ts";

/** What was typed or pasted into the one box. */
export type Typed =
  | { kind: "nothing" }
  | { kind: "addresses"; addresses: string[] }
  | { kind: "page"; html: string }
  | { kind: "name"; company: string; title: string }
  | { kind: "text"; text: string; url?: string };

/** A name with its title is no longer than this; what is longer is the text of a posting. */
const maxNameLength = 160;
/** A share sheet sends an address with some words around it. */
const maxSharedLength = 400;

/** An address of the web, typed alone; a word with a dot in it ("Node.js") is none without a path or a known end. */
function addressOf(line: string): string | undefined {
  if (/\s/.test(line) || line.length > 2048) return undefined;
  const url = toWebUrl(line);
  if (!url || /^https?:/i.test(line)) return url;
  const { pathname, hostname } = new URL(url);
  const isBare = pathname === "/" && !/\.(?:com|org|net|io|jobs|careers|example)$/.test(hostname);
  return isBare && !line.startsWith("www.") ? undefined : url;
}

/** Says what was typed: addresses (a line each), a page's HTML, "Company, title", or the text of a posting. */
export function readTyped(text: string): Typed {
  const typed = text.trim();
  if (typed === "") return { kind: "nothing" };
  const lines = typed.split(/\r?\n/, 200).flatMap((line) => line.trim() || []);
  const addresses = lines.map(addressOf);
  if (addresses.every((address) => address !== undefined)) {
    return { kind: "addresses", addresses: [...new Set(addresses)] };
  }
  if (isHtml(typed)) return { kind: "page", html: typed };
  const [first] = addresses;
  if (first && lines.length > 1) return { kind: "text", text: rest(typed), url: first };
  const shared = typed.length <= maxSharedLength && sharedAddress(typed);
  if (shared) return { kind: "addresses", addresses: [shared] };
  if (lines.length === 1 && typed.length <= maxNameLength) return nameOf(typed);
  return { kind: "text", text: typed };
}

const rest = (typed: string) => typed.slice(typed.indexOf("\n") + 1).trim();

/** The one address of the web among a few words, as "Baker at Larch https://larch.example/7". */
function sharedAddress(typed: string): string | undefined {
  const found = typed.match(/https?:\/\/[^\s<>"]{1,2048}/gi) ?? [];
  return found.length === 1 ? toWebUrl(found[0]?.replace(/[).,;]{1,4}$/, "") ?? "") : undefined;
}

/** "Larch Foods, Baker" and "Baker at Larch Foods" as company and title; what has neither sign is a company. */
function nameOf(typed: string): Typed {
  const at = typed.search(/ (?:at|@) /);
  if (at > 0) {
    const [, company = ""] = / (?:at|@) (.{1,160})$/.exec(typed.slice(at)) ?? [];
    return { kind: "name", company: company.trim(), title: typed.slice(0, at).trim() };
  }
  const [company = "", ...title] = typed.split(/[,|–—](?= |$)/);
  return { kind: "name", company: company.trim(), title: title.join(",").trim() };
}
