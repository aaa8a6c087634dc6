/** What nobody reads on a page, and what a person typed there: none of it leaves the page. */
const dropped = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE SVG CANVAS VIDEO AUDIO OBJECT EMBED MAP LINK BASE INPUT TEXTAREA SELECT DATALIST
  NAV FOOTER DIALOG`.split(/\s+/),
);

const keptAttributes =
  `id class role lang alt datetime itemprop itemscope itemtype property typeof vocab content
  aria-label aria-level data-automation-id data-qa data-testid data-test
  data-automation data-at data-cy data-ui data-tracking-control-name data-job-id`.split(/\s+/);

const empty = new Set("BR HR IMG META WBR".split(" "));
const maxDepth = 600;
const maxAttribute = 500;

const isElement = (node: Node): node is Element => node.nodeType === 1;

export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** An attribute as HTML writes it; nothing where it has no value. */
export const attribute = (name: string, value: string | null): string =>
  value ? ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"` : "";

/**
 * The HTML of what an element shows, of about `room` characters at most: without scripts, hidden parts and what was
 * typed. Open shadow roots and frames of the same origin are part of it.
 */
export function shownHtml(root: Element, room: number): string {
  const parts: string[] = [];
  const add = (text: string) => {
    room -= text.length;
    parts.push(text);
  };
  const write = (element: Element, depth: number): void => {
    const name = element.tagName.toLowerCase();
    // A frame's own tag would be skipped by whoever reads this.
    const written = name === "iframe" ? "div" : name;
    add(`<${written}${attributesOf(element)}>`);
    if (empty.has(element.tagName)) return;
    for (const node of partsOf(element)) {
      if (room <= 0) break;
      if (node.nodeType === 3) add(escapeText((node.nodeValue ?? "").replace(/\s+/g, " ")));
      else if (isElement(node) && depth < maxDepth && isShown(node)) write(node, depth + 1);
    }
    parts.push(`</${written}>`);
  };
  write(root, 0);
  return parts.join("");
}

function attributesOf(element: Element): string {
  const kept = keptAttributes.map((name) => {
    const value = element.getAttribute(name);
    if (value === null || value.length > maxAttribute) return "";
    return name === "itemscope" ? " itemscope" : attribute(name, value);
  });
  const { href } = element as Partial<HTMLAnchorElement>;
  const isLink = element.tagName === "A" && typeof href === "string" && /^https?:/.test(href);
  return kept.join("") + (isLink ? attribute("href", href) : "");
}

/** What stands in an element, as it is drawn: of a shadow root, of a slot, of a frame. */
function partsOf(element: Element): Iterable<Node> {
  if (element.tagName === "IFRAME") return frameBody(element)?.childNodes ?? [];
  if (element.tagName === "SLOT") {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return (element.shadowRoot ?? element).childNodes;
}

/** The body of a frame of the same origin; a browser gives no other. */
export const frameBody = (frame: Element): HTMLElement | null =>
  (frame as HTMLIFrameElement).contentDocument?.body ?? null;

function isShown(element: Element): boolean {
  if (dropped.has(element.tagName.toUpperCase())) return false;
  const { isContentEditable, role } = element as HTMLElement;
  if (isContentEditable || role === "navigation" || role === "contentinfo") return false;
  if (element.tagName === "IFRAME" && !frameBody(element)) return false;
  // What is only tagged (microdata), and what a press unfolds, belongs to the page too.
  if (element.tagName === "META") return element.hasAttribute("itemprop");
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  if (element.parentElement?.closest("details:not([open])")) return true;
  return getComputedStyle(element).display === "contents";
}
