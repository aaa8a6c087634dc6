import { htmlPieces, type Piece } from "./rich-text-markup.ts";

// Word and Outlook write a list as paragraphs, each with its bullet or number as text and its level in a style.
const listStyle = /mso-list:\s*(l\d+)\s+level(\d)(?:\s+(lfo\d+))?/i;
const markerStyle = /mso-list:\s*ignore/i;
const listClass = /class=["']?MsoListParagraph/i;
const blank = String.raw`(?:\s|&nbsp;|&#160;|\u00a0)`;
const blanks = new RegExp(blank, "g");
const typedMarker = new RegExp(
  String.raw`^${blank}*([·•▪‣§●○◦o–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])${blank}+`,
  "i",
);
const number = /^\(?(?:(\d{1,4})(?:\.\d{1,4}){0,8}|[a-z]{1,2}|[ivxlcdm]{1,8})[.)]/i;

type Item = {
  /** which list it belongs to, where Word says so */
  list: string;
  level: number;
  marker: string;
  body: string[];
  element: string;
  open: string;
};
type List = { list: string; element: "ul" | "ol" };

/** HTML from Word or Outlook with its lists as lists; other HTML stays as it is. */
export function wordListsToLists(html: string): string {
  if (!/mso-list|MsoListParagraph/i.test(html)) return html;
  const writer = new ListWriter();
  let item: Item | null = null;
  // How deep in the element that holds the bullet; a conditional comment holds it too.
  let inMarker = 0;
  let conditional = false;
  for (const piece of htmlPieces(html)) {
    if (!item) {
      item = itemBegunBy(piece);
      if (!item) writer.between(piece);
    } else if (piece.kind === "comment") {
      if (/\[if\s+!supportLists/i.test(piece.raw)) conditional = true;
      else if (/\[endif\]/i.test(piece.raw)) conditional = false;
    } else if (piece.kind === "tag" && piece.closing && piece.name === item.element) {
      writer.item(item);
      item = null;
      inMarker = 0;
      conditional = false;
    } else if (piece.kind === "tag" && piece.name === "span" && inMarker > 0) {
      inMarker += piece.closing ? -1 : 1;
    } else if (piece.kind === "tag" && markerStyle.test(piece.attributes)) inMarker = 1;
    else if (inMarker > 0 || conditional) item.marker += piece.kind === "text" ? piece.raw : "";
    else item.body.push(piece.raw);
  }
  if (item) writer.item(item);
  return writer.end();
}

function itemBegunBy(piece: Piece): Item | null {
  if (piece.kind !== "tag" || piece.closing || !/^(?:p|div)$/.test(piece.name)) return null;
  const [, list, level, format] = listStyle.exec(piece.attributes) ?? [];
  if (!list && !listClass.test(piece.attributes)) return null;
  return {
    list: list ? `${list} ${format ?? ""}` : "",
    level: Math.min(Math.max(Number(level ?? 1), 1), 6),
    marker: "",
    body: [],
    element: piece.name,
    open: piece.raw,
  };
}

class ListWriter {
  private out: string[] = [];
  private lists: List[] = [];

  /** Writes what stands between the items; anything but blanks ends the lists. */
  between({ kind, raw }: Piece): void {
    if (kind === "comment" || (kind === "text" && raw.trim() === "" && this.lists.length > 0))
      return;
    this.close(0);
    this.out.push(raw);
  }

  item({ list, level, marker, body, element, open }: Item): void {
    let mark = marker.replace(blanks, "");
    let words = body.join("");
    if (!mark) {
      // Some mail programs keep the bullet and lose the styles.
      mark = typedMarker.exec(words)?.[1] ?? "";
      words = words.replace(typedMarker, "");
    }
    if (!mark && !list) {
      this.close(0);
      this.out.push(open, words, `</${element}>`);
      return;
    }
    const found = number.exec(mark);
    const kind: List = { list, element: found ? "ol" : "ul" };
    const same = this.lists[level - 1];
    const goesOn = same?.list === kind.list && same.element === kind.element;
    this.close(goesOn ? level : level - 1);
    if (goesOn) this.out.push("</li>");
    const start = Number(found?.[1] ?? 1);
    while (this.lists.length < level) {
      // A level that was left out holds an empty item.
      if (this.lists.length > 0 && this.out.at(-1)?.match(/^<[uo]l/)) this.out.push("<li>");
      this.out.push(start > 1 ? `<ol start="${start}">` : `<${kind.element}>`);
      this.lists.push(kind);
    }
    this.out.push("<li>", words.trim());
  }

  end(): string {
    this.close(0);
    return this.out.join("");
  }

  private close(depth: number): void {
    while (this.lists.length > depth) this.out.push("</li>", `</${this.lists.pop()?.element}>`);
  }
}
