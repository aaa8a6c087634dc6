import type { Node } from "./nodes.ts";

/** How a syntax writes data into a page's elements. */
type Syntax = { scope: string; type: string; property: string };

const microdata: Syntax = { scope: "itemscope", type: "itemtype", property: "itemprop" };
const rdfa: Syntax = { scope: "typeof", type: "typeof", property: "property" };

const maxProperties = 5_000;
const maxDepth = 6;

/** The job postings that a page's elements describe by microdata. */
export const microdataPostings = (document: Document): Node[] => postingsIn(document, microdata);

/** The job postings that a page's elements describe by RDFa. */
export const rdfaPostings = (document: Document): Node[] => postingsIn(document, rdfa);

function postingsIn(document: Document, syntax: Syntax): Node[] {
  const roots = [...document.querySelectorAll(`[${syntax.type}*="JobPosting" i]`)].slice(0, 300);
  if (roots.length === 0) return [];
  const properties = propertiesByScope(document, syntax);
  return roots
    .filter((root) => typesOf(root, syntax).some((type) => /(?:^|[/#:])JobPosting$/i.test(type)))
    .map((root) => nodeOfScope(root, properties, syntax, 0));
}

const typesOf = (element: Element, { type }: Syntax): string[] =>
  (element.getAttribute(type) ?? "").slice(0, 500).split(/\s+/).filter(Boolean);

/** The elements with a property, by the element whose property it is. */
function propertiesByScope(document: Document, syntax: Syntax): Map<Element, Element[]> {
  const found = new Map<Element, Element[]>();
  for (const element of [...document.querySelectorAll(`[${syntax.property}]`)].slice(
    0,
    maxProperties,
  )) {
    const scope = scopeAround(element, syntax);
    if (!scope) continue;
    const owned = found.get(scope);
    if (owned) owned.push(element);
    else found.set(scope, [element]);
  }
  return found;
}

function scopeAround(element: Element, { scope }: Syntax): Element | null {
  let at = element.parentElement;
  for (let steps = 0; at && steps < 500; steps++) {
    if (at.hasAttribute(scope)) return at;
    at = at.parentElement;
  }
  return null;
}

function nodeOfScope(
  scope: Element,
  properties: Map<Element, Element[]>,
  syntax: Syntax,
  depth: number,
): Node {
  const node = new Map<string, unknown>([["type", typesOf(scope, syntax)]]);
  if (depth > maxDepth) return node;
  for (const element of properties.get(scope) ?? []) {
    const names = (element.getAttribute(syntax.property) ?? "").slice(0, 200).split(/\s+/);
    for (const name of names) {
      const key = (name.split(/[/#:]/).at(-1) ?? "").toLowerCase();
      if (key === "") continue;
      const value = element.hasAttribute(syntax.scope)
        ? nodeOfScope(element, properties, syntax, depth + 1)
        : propertyValue(element, key);
      const before = node.get(key);
      node.set(key, before === undefined ? value : [before, value].flat());
    }
  }
  return node;
}

const rich = new Set([
  "description",
  "responsibilities",
  "qualifications",
  "experiencerequirements",
  "educationrequirements",
  "jobbenefits",
]);

/** What an element says as a property: its machine-readable attribute, its markup for a description, else its text. */
function propertyValue(element: Element, key: string): string {
  const content = element.getAttribute("content") ?? element.getAttribute("datetime");
  if (content) return content;
  const name = element.localName.toLowerCase();
  if (name === "a" || name === "link") {
    const href = element.getAttribute("href");
    if (href && (key === "url" || name === "link")) return href;
  }
  return (rich.has(key) ? element.innerHTML : element.textContent) ?? "";
}
