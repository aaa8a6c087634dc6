/** Where a pane is looked for, in parts of the window. */
const across = [0.3, 0.5, 0.7, 0.85];
const down = [0.35, 0.6, 0.85];

const minItems = 4;
const minText = 200;
const maxLinks = 3_000;
/** How far below a pane's top its heading stands at most, in pixels. */
const headingWithin = 400;

/**
 * The part of a page that shows one posting beside a list of others, or in a dialog above it; null where the page is no
 * such list, so that all of it counts.
 */
export function findPane(root: Document): Element | null {
  const dialog = [...root.querySelectorAll("dialog[open], [role=dialog]")].find(
    (one) => isLarge(one) && textOf(one).length >= minText && hasHeading(one),
  );
  if (dialog) return dialog;
  const lists = listsOf(root);
  if (lists.length === 0) return null;
  const panes = new Set<Element>();
  for (const x of across) {
    for (const y of down) {
      const hit = root.elementFromPoint(x * innerWidth, y * innerHeight);
      const pane = hit && largestWithout(hit, lists);
      if (pane && lists.some((list) => areBeside(list, pane))) panes.add(pane);
    }
  }
  const fitting = [...panes].filter((one) => textOf(one).length >= minText && hasHeading(one));
  return fitting.sort((a, b) => textOf(b).length - textOf(a).length)[0] ?? null;
}

/** The elements that show four or more of a kind, each with a link: lists of postings, most of the time. */
function listsOf(root: Document): Element[] {
  const items = new Map<Element, Element[]>();
  for (const link of [...root.querySelectorAll("a[href]")].slice(0, maxLinks)) {
    if (link.closest("nav, header, footer, [role=navigation]")) continue;
    let item: Element = link;
    for (let level = 0; level < 6 && item.parentElement; level++) {
      const parent: Element = item.parentElement;
      const known = items.get(parent) ?? [];
      if (!known.includes(item)) items.set(parent, [...known, item]);
      item = parent;
    }
  }
  return [...items].filter(([, all]) => isRepeated(all)).map(([list]) => list);
}

function isRepeated(items: Element[]): boolean {
  const [first] = items;
  if (!first || items.length < minItems) return false;
  const alike = items.filter(({ tagName }) => tagName === first.tagName);
  // A paragraph with links in it has little text beside them, a posting in a list has a title at least.
  return (
    alike.length >= minItems && alike.filter((one) => textOf(one).length >= 8).length >= minItems
  );
}

function largestWithout(hit: Element, lists: Element[]): Element | null {
  let found: Element | null = null;
  for (let one: Element | null = hit; one; one = one.parentElement) {
    const within = lists.some((list) => one === list || one.contains(list));
    if (within || one === one.ownerDocument.body) return found;
    found = one;
  }
  return null;
}

/** Whether two elements stand side by side in the window, both of them for a good part of its height. */
function areBeside(list: Element, pane: Element): boolean {
  const [a, b] = [list.getBoundingClientRect(), pane.getBoundingClientRect()];
  const apart = a.right <= b.left + 8 || a.left >= b.right - 8;
  const shown = ({ top, bottom }: DOMRect) => Math.min(bottom, innerHeight) - Math.max(top, 0);
  return apart && shown(a) > innerHeight * 0.3 && shown(b) > innerHeight * 0.3;
}

const isLarge = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return width * height > innerWidth * innerHeight * 0.25;
};

/** The heading at a pane's top; undefined where it has none. */
export function headingOf(pane: Element): Element | undefined {
  const top = pane.getBoundingClientRect().top - pane.scrollTop;
  const headings = [...pane.querySelectorAll("h1, h2, h3, [role=heading]")];
  return headings.find((one) => one.getBoundingClientRect().top - top < headingWithin);
}

const hasHeading = (pane: Element): boolean => headingOf(pane) !== undefined;

const textOf = (element: Element): string => (element.textContent ?? "").trim();
