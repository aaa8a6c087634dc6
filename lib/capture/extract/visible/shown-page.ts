import { type Mark, marksOf } from "./marks.ts";
import { blocks, isFilledForm, isFrame, isHidden, unseen } from "./regions.ts";

/** A run of text within one element. */
export type Piece = { text: string; element: Element };

/** What a page shows on one line, and the block that it stands in. */
export type Line = {
  text: string;
  pieces: Piece[];
  /** how long the whole text is; `text` is cut */
  length: number;
  block: Element | null;
  /** in a menu, a footer, a form, a banner, or not shown */
  framed: boolean;
  inPane: boolean;
};

/** What a page shows, in its order. */
export type Shown = { lines: Line[]; marks: Mark[]; links: Link[] };

export type Link = { element: Element; framed: boolean; line: number };

const maxNodes = 150_000;
const maxPiece = 2_000;
const maxPieces = 60;

/** Reads what a page shows, in one pass without recursion: a page may be nested thousands deep. */
export function readShown(document: Document): Shown {
  const walk = new Walk();
  // A fragment has several outermost elements, and linkedom's doctype knows no sibling.
  const roots = Array.from(document.childNodes).filter(({ nodeType }) => nodeType === 1);
  let left = maxNodes;
  for (const root of roots) left = walkThrough(walk, root, left);
  return walk.end();
}

function walkThrough(walk: Walk, root: Node, max: number): number {
  let node: Node | null = root;
  let left = max;
  while (node && left > 0) {
    left -= 1;
    if (walk.enter(node) && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    walk.leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) walk.leave(node);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return left;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

class Walk {
  private lines: Line[] = [];
  private marks: Mark[] = [];
  private links: Link[] = [];
  private pieces: Piece[] = [];
  /** whether the last text ended without a blank */
  private isOpen = false;
  private length = 0;
  private block: Element | null = null;
  /** the outermost open element that frames, or is the pane of one posting */
  private frame: Node | null = null;
  private pane: Node | null = null;

  enter(node: Node): boolean {
    if (node.nodeType === 3) this.addText(node);
    if (!isElement(node)) return false;
    if (unseen.has(node.tagName.toUpperCase())) return false;
    if (blocks.has(node.tagName)) this.endLine(node);
    if (!this.frame && (isFrame(node) || isHidden(node) || isFilledForm(node))) this.frame = node;
    for (const mark of marksOf(node)) {
      if (mark.field === "pane") this.pane ??= node;
      this.marks.push({ ...mark, framed: this.frame !== null, inPane: this.pane !== null });
    }
    if (node.tagName === "A")
      this.links.push({ element: node, framed: this.frame !== null, line: this.lines.length });
    return true;
  }

  leave(node: Node): void {
    if (isElement(node) && blocks.has(node.tagName)) this.endLine(node.parentElement);
    if (this.frame === node) this.frame = null;
    if (this.pane === node) this.pane = null;
  }

  private addText(node: Node): void {
    const text = node.nodeValue ?? "";
    const words = text.slice(0, maxPiece).replace(/\s+/g, " ").trim();
    this.length += text.length;
    const isCut = this.isOpen && node.previousSibling?.nodeType === 3 && !/^\s/.test(text);
    this.isOpen = !/\s$/.test(text);
    const last = this.pieces.at(-1);
    // The parser ends a text at each entity: "M&uuml;ller" is three.
    if (isCut && last && last.text.length < maxPiece) last.text += words;
    if (!words || isCut || this.pieces.length >= maxPieces) return;
    const element = node.parentElement;
    if (element) this.pieces.push({ text: words, element });
  }

  private endLine(next: Element | null): void {
    if (this.pieces.length > 0) {
      this.lines.push({
        text: this.pieces.map(({ text }) => text).join(" "),
        pieces: this.pieces,
        length: this.length,
        block: this.block,
        framed: this.frame !== null,
        inPane: this.pane !== null,
      });
      this.pieces = [];
    }
    this.length = 0;
    this.block = next;
  }

  end(): Shown {
    this.endLine(null);
    return { lines: this.lines, marks: this.marks, links: this.links };
  }
}
