import { decodeXML } from "entities";
import type { TreeNode } from "./tree.ts";

type Element = { name: string; children: Map<string, unknown[]>; text: string };

const maxDepth = 200;
const maxElements = 100_000;

/** Elements that are a page's and no feed's. */
const pageElements = /^(?:html|head|body|div|p|span|table|script|section|main|article|ul|h\d)$/i;

const tagName = /^<\/?\s{0,5}([\p{L}_][\p{L}\p{N}_.:-]{0,99})/u;
const href = /\bhref\s{0,5}=\s{0,5}["']([^"'<>]{1,2000})["']/i;

/**
 * XML as a tree: an element with children is an object, one without a text, several of one name a list. Tolerant:
 * broken declarations are passed over, a closing tag closes whatever of its name is open, in any case of letters.
 * Null where the text is no XML, or a page of HTML.
 */
export function parseXml(text: string): TreeNode | null {
  const root: Element = { name: "", children: new Map(), text: "" };
  const open: Element[] = [root];
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const top = open.at(-1) ?? root;
    const start = text.indexOf("<", at);
    if (start < 0) break;
    if (start > at) top.text += decodeXML(text.slice(at, start));
    if (text.startsWith("<![CDATA[", start)) {
      const end = endOf(text, "]]>", start + 9);
      top.text += text.slice(start + 9, end);
      at = end + 3;
      continue;
    }
    if (text.startsWith("<!--", start)) {
      at = endOf(text, "-->", start + 4) + 3;
      continue;
    }
    const end = endOf(text, ">", start);
    const tag = text.slice(start, end);
    at = end + 1;
    const name = tagName.exec(tag.slice(0, 120))?.[1];
    if (!name) continue;
    if (tag[1] === "/") {
      close(open, name);
      continue;
    }
    if (count++ === 0 && pageElements.test(name)) return null;
    if (count > maxElements) break;
    const element: Element = { name, children: new Map(), text: "" };
    if (open.length < maxDepth && !tag.endsWith("/")) open.push(element);
    else {
      element.text = decodeXML(href.exec(tag.slice(0, 3_000))?.[1] ?? "");
      attach(top, element);
    }
  }
  while (open.length > 1) closeTop(open);
  return count === 0 ? null : nodeOf(root);
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

function close(open: Element[], name: string): void {
  const wanted = name.toLowerCase();
  const at = open.findLastIndex((element) => element.name.toLowerCase() === wanted);
  if (at > 0) while (open.length > at) closeTop(open);
}

function closeTop(open: Element[]): void {
  const done = open.pop();
  const parent = open.at(-1);
  if (done && parent) attach(parent, done);
}

function attach(parent: Element, { name, children, text }: Element): void {
  const value = children.size > 0 ? nodeOf({ name, children, text }) : text.trim();
  const same = parent.children.get(name);
  if (same) same.push(value);
  else parent.children.set(name, [value]);
}

const nodeOf = ({ children }: Element): TreeNode =>
  Object.fromEntries(
    [...children].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
