import type { SafeHtml } from "../../../rich-text.ts";
import { plainText } from "../../../rich-text-words.ts";
import { descriptionOf } from "../values/description.ts";
import { listOf, type Node, nodeOf } from "./nodes.ts";

/** What some pages say beside the description; many say it in both. */
const sections: readonly (readonly [property: string, heading: string])[] = [
  ["responsibilities", "Responsibilities"],
  ["qualifications", "Qualifications"],
  ["experiencerequirements", "Experience"],
  ["educationrequirements", "Education"],
  ["jobbenefits", "Benefits"],
];

const minSection = 40;

const comparable = (html: string) =>
  plainText(html)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

const textsOf = (value: unknown) =>
  listOf(value)
    .map((each) => nodeOf(each)?.get("value") ?? each)
    .filter((each) => typeof each === "string");

/** A posting's description, with the sections that it does not have in it already; null where it has none. */
export function descriptionOfPosting(posting: Node, base: URL | null): SafeHtml | null {
  const main = descriptionOf(textsOf(posting.get("description")).join("\n\n"), base);
  let known = main ? comparable(main) : "";
  let added = "";
  for (const [property, heading] of sections) {
    const section = descriptionOf(textsOf(posting.get(property)).join("\n\n"), base);
    if (!section || plainText(section).length < minSection) continue;
    const key = comparable(section);
    if (known.includes(key)) continue;
    known += key;
    added += `<h3>${heading}</h3>${section}`;
  }
  if (!added) return main;
  return descriptionOf(`${main ?? ""}${added}`, base);
}
