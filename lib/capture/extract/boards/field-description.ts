import type { SafeHtml } from "../../../rich-text.ts";
import { descriptionOf } from "../values/description.ts";
import { words } from "../values/words.ts";
import { folded, isNode, type TreeNode, valuesAt } from "./tree.ts";

/** What a description goes on with, where it is in several fields. */
const furtherDescription = [
  "responsibilities",
  "keyresponsibilities",
  "examplesofduties",
  "externalresponsibilitiesstr",
  "requirements",
  "qualifications",
  "externalqualificationsstr",
  "skillsknowledgeexpertise",
  "profile",
  "supplementalinformation",
  "benefits",
];

const bodyKeys = ["html", "content", "text", "value", "body", "description", "plain"];
const headingKeys = ["title", "heading", "name", "label"];

/** Where one object has a text and its heading, they are one section. */
function sectionOf(node: TreeNode, depth: number): string {
  const view = folded(node);
  const bodyKey = bodyKeys.find((key) => typeof view.get(key) === "string");
  if (!bodyKey)
    return depth > 3
      ? ""
      : Object.values(node)
          .slice(0, 50)
          .map((each) => markupOf(each, depth + 1))
          .join("\n");
  // Lever calls the heading of a list "text", and its items "content".
  const headings = bodyKey === "content" ? [...headingKeys, "text"] : headingKeys;
  const heading = headings.map((key) => words(view.get(key))).find(Boolean);
  const body = markupOf(view.get(bodyKey), depth + 1);
  const list = /^\s*<li\b/i.test(body) ? `<ul>${body}</ul>` : body;
  return heading && body ? `<h3>${escaped(heading)}</h3>\n${list}` : list;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function markupOf(value: unknown, depth = 0): string {
  if (depth > 6) return "";
  if (typeof value === "string") return draftMarkup(value) ?? markupOfText(value);
  if (Array.isArray(value))
    return value
      .slice(0, 50)
      .map((each) => markupOf(each, depth + 1))
      .join("\n");
  return isNode(value) ? sectionOf(value, depth) : "";
}

/** Each part is sanitised alone: plain text beside markup would lose its lines. */
const markupOfText = (text: string): string => descriptionOf(text, null) ?? "";

const listItem = /^(?:un)?ordered-list-item$/;

/** The blocks of an editor (Draft.js), as some boards store a description; undefined for any other text. */
function draftMarkup(text: string): string | undefined {
  if (!text.startsWith('{"') || text.length > 500_000) return undefined;
  let draft: unknown;
  try {
    draft = JSON.parse(text);
  } catch {
    return undefined;
  }
  const blocks = valuesAtAll(draft);
  if (blocks.length === 0) return undefined;
  const lines = blocks.map(({ type, text: line }) => {
    const written = escaped(line);
    if (listItem.test(type)) return `<ul><li>${written}</li></ul>`;
    return type.startsWith("header") ? `<h3>${written}</h3>` : `<p>${written}</p>`;
  });
  return lines.join("").replaceAll("</ul><ul>", "");
}

const maxBlocks = 2_000;

function valuesAtAll(draft: unknown): { type: string; text: string }[] {
  const blocks = isNode(draft) ? draft.blocks : undefined;
  return (Array.isArray(blocks) ? blocks.slice(0, maxBlocks) : [])
    .filter(isNode)
    .map(({ type, text }) => ({ type: String(type ?? ""), text: String(text ?? "") }));
}

/**
 * A posting's description. With `joined` all paths are its parts; else the first that says something is its beginning,
 * and the fields that follow it on boards (requirements, benefits) its end.
 */
export function readDescription(
  node: TreeNode,
  paths: readonly string[],
  joined: boolean,
  base: URL | null,
): SafeHtml | null {
  const at = (path: string) =>
    valuesAt(node, path)
      .map((value) => markupOf(value))
      .join("\n");
  const parts = joined ? paths.map(at) : [paths.map(at).find((part) => part.trim()) ?? ""];
  if (!joined && parts[0]) parts.push(...furtherDescription.map(at));
  const different = [...new Set(parts.filter((part) => part.trim()))];
  return descriptionOf(different.join("\n"), base);
}
