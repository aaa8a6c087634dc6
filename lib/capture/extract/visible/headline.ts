import { fold } from "../../../imports/vocabulary/fold.ts";
import { companyName } from "../values/company.ts";
import { isBoardWord } from "./board-words.ts";
import { saysRole } from "./job-words.ts";
import { isPlace } from "./places.ts";
import { readTitleSentence, type TitleReading, titleParts } from "./title-patterns.ts";

/** What stands beside a page's title: what it shows as heading, company and name of the site. */
export type HeadlineHints = { heading: string | null; company: string | null; site: string | null };

const same = (a: string | null, b: string | null) =>
  a !== null && b !== null && fold(a) === fold(b);

/** A title without the company that begins or ends it: "Larch Foods: Baker", "Baker - Larch Foods". */
function withoutName(text: string, name: string): string | null {
  const [line, start] = [text.toLowerCase(), name.toLowerCase()];
  if (line.startsWith(start) && /^\s?[:|–—-]\s/.test(line.slice(start.length)))
    return text.slice(start.length).replace(/^\s?[:|–—-]\s/, "");
  if (line.endsWith(start) && /\s[|–—-]\s$/.test(line.slice(0, -start.length)))
    return text.slice(0, -start.length).replace(/\s[|–—-]\s$/, "");
  return null;
}

/** Title, company and place by a page's title, read beside what the page shows. */
export function readHeadline(text: string, hints: HeadlineHints): TitleReading | null {
  const line = text.replace(/\s+/g, " ").trim();
  const sentence = readTitleSentence(line);
  if (sentence && (!hints.heading || same(sentence.title, hints.heading))) return sentence;
  if (hints.heading) return besideHeading(line, hints.heading);
  for (const name of [hints.company, hints.site]) {
    const rest = name && !isBoardWord(name) ? withoutName(line, name) : null;
    const title = rest && titleParts(rest).join(" - ");
    if (title) return { title, company: companyName(name), place: null, sure: true };
  }
  return fromParts(titleParts(line));
}

/** "Larch Foods in Bonn" */
const placeBehind = /\s(?:in|en|à|em|i)\s(?=\p{Lu})/u;

/** What begins in the middle of a sentence is no name. */
const startsInside = /^(?:[,;.)]|(?:in|en|à|a|em|i|w|på|till|bei|de|du|für|for)\s)/;

function besideHeading(line: string, heading: string): TitleReading | null {
  const at = line.toLowerCase().indexOf(heading.toLowerCase());
  if (at < 0) return null;
  const rest = [line.slice(0, at), line.slice(at + heading.length)];
  const after = /^\s(?:job\s)?(?:at|@|bei|bij|chez|в|hos|presso|till)\s(.{2,100})$/i.exec(
    rest[1] ?? "",
  );
  const [said = "", where = null] = titleParts(after?.[1] ?? "")[0]?.split(placeBehind, 2) ?? [];
  if (said && where) {
    const company = companyName(said);
    return { title: heading, company, place: where, sure: company !== null };
  }
  const parts = after
    ? titleParts(after[1] ?? "")
    : rest.flatMap((part) => titleParts(` ${part} `));
  const place = parts.find(isPlace) ?? null;
  const company =
    parts.find((part) => part !== place && !startsInside.test(part) && companyName(part)) ?? null;
  return { title: heading, company: company && companyName(company), place, sure: after !== null };
}

function fromParts(parts: string[]): TitleReading | null {
  const title = parts.find(saysRole) ?? null;
  if (!title) return null;
  const others = parts.filter((part) => part !== title);
  const place = others.find(isPlace) ?? null;
  const company = others.find((part) => part !== place) ?? null;
  return { title, company: company && companyName(company), place, sure: false };
}
