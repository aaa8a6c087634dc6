import { htmlPieces } from "./rich-text-markup.ts";

// The editor knows paragraphs, headings, lists, quotations and code. What else stands apart on a page becomes
// paragraphs, so that no two words run together.
const inlineNames = new Set("strong b em i u s code a".split(" "));
const leafNames = new Set("p h2 h3 h4 pre".split(" "));
const containerNames = new Set("ul ol li blockquote".split(" "));

/** Elements that stand on lines of their own. */
export const softBlocks =
  `address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer form header
  hgroup html legend main menu nav section summary table tbody tfoot thead tr`.split(/\s+/);

/** Elements that stand beside each other on one line. */
export const cells = "td th button label".split(" ");

const softSet = new Set(softBlocks);
const cellSet = new Set(cells);
const needed = new RegExp(
  `<(?:${[...softBlocks, ...cells].join("|")})>|<(?:${[...inlineNames].join("|")})\\b[^>]*>\\s*<(?:p|h[2-4]|ul|ol|blockquote|pre|hr)\\b`,
);

/** Clean HTML with its other blocks (`div`, table rows) as paragraphs, and cells apart by a space. */
export function blocksToParagraphs(html: string): string {
  if (!needed.test(html)) return html;
  const writer = new ParagraphWriter();
  for (const piece of htmlPieces(html)) {
    if (piece.kind === "text") writer.text(piece.raw);
    else if (piece.kind === "tag") writer.tag(piece.name, piece.closing, piece.raw);
  }
  return writer.end();
}

/** How much of tags is written again at most: a long link around thousands of blocks would fill the memory. */
const maxRepeatedChars = 1_000_000;

class ParagraphWriter {
  private out: string[] = [];
  /** the inline elements that are open, as they were written, and how often each is */
  private inline = new Map<string, { raw: string; depth: number }>();
  private repeatedChars = 0;
  private containers: string[] = [];
  /** what the words go into: a block of the text's own, a paragraph of ours, or straight into a list item */
  private run: "leaf" | "paragraph" | "bare" | null = null;
  private leaf = "";
  private hasWords = false;
  /** a line of a list item has ended, and another may follow */
  private lineEnded = false;

  text(raw: string): void {
    if (!this.run && raw.trim() === "") return;
    this.begin();
    this.hasWords = true;
    this.out.push(raw);
  }

  tag(name: string, closing: boolean, raw: string): void {
    if (inlineNames.has(name)) this.markedWords(name, closing, raw);
    else if (cellSet.has(name) || (softSet.has(name) && this.run === "leaf")) this.space();
    else if (softSet.has(name)) this.endRun();
    else if (name === "br") {
      if (this.run) this.out.push(raw);
    } else if (name === "hr") this.block(raw);
    else if (leafNames.has(name) && closing) this.endRun();
    else if (leafNames.has(name)) this.openLeaf(name, raw);
    else if (containerNames.has(name)) this.container(name, closing, raw);
  }

  end(): string {
    this.endRun();
    return this.out.join("");
  }

  private space(): void {
    if (this.hasWords && this.out.at(-1) !== " ") this.out.push(" ");
  }

  private begin(): void {
    if (this.run) return;
    this.run = this.containers.at(-1) === "li" ? "bare" : "paragraph";
    if (this.run === "paragraph") this.out.push("<p>");
    else if (this.lineEnded) this.out.push("<br />");
    this.lineEnded = false;
    this.openAgain();
  }

  private endRun(): void {
    if (!this.run) return;
    while (this.out.at(-1) === " ") this.out.pop();
    for (const name of [...this.inline.keys()].reverse()) this.out.push(`</${name}>`);
    if (this.run === "paragraph") this.out.push("</p>");
    if (this.run === "leaf") this.out.push(`</${this.leaf}>`);
    this.lineEnded = this.run === "bare";
    this.run = null;
    this.hasWords = false;
  }

  private block(raw: string): void {
    this.endRun();
    this.lineEnded = false;
    this.out.push(raw);
  }

  private openLeaf(name: string, raw: string): void {
    this.block(raw);
    this.leaf = name;
    this.run = "leaf";
    this.openAgain();
  }

  private container(name: string, closing: boolean, raw: string): void {
    this.block(raw);
    if (closing) this.containers.pop();
    else this.containers.push(name);
  }

  private openAgain(): void {
    for (const { raw } of this.inline.values()) this.repeatedChars += raw.length;
    if (this.repeatedChars > maxRepeatedChars) this.inline.clear();
    for (const { raw } of this.inline.values()) this.out.push(raw);
  }

  private markedWords(name: string, closing: boolean, raw: string): void {
    if (closing) this.closeInline(name);
    else this.openInline(name, raw);
  }

  // One within its like says nothing more; so what is opened again in each paragraph stays short.
  private openInline(name: string, raw: string): void {
    const same = this.inline.get(name);
    if (same) same.depth += 1;
    else {
      this.inline.set(name, { raw, depth: 1 });
      if (this.run) this.out.push(raw);
    }
  }

  private closeInline(name: string): void {
    const same = this.inline.get(name);
    if (!same) return;
    same.depth -= 1;
    if (same.depth > 0) return;
    this.inline.delete(name);
    if (this.run) this.out.push(`</${name}>`);
  }
}
