import { byteOrderMark, csvLine } from "@/lib/csv.ts";

/** Saves what a table holds as CSV. */
export function downloadCsv(columns: string[], rows: (string | number)[][], name: string): void {
  const text = [columns, ...rows].map(csvLine).join("");
  saveFile(new Blob([byteOrderMark, text], { type: "text/csv" }), `${name}.csv`);
}

/** Saves the drawing as SVG, with the colours it has on the page now and these lines above it. */
export function downloadSvg(holder: Element | null, name: string, lines: string[]) {
  const drawn = standalone(holder, lines);
  if (drawn) saveFile(new Blob([drawn.text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Saves the drawing as PNG at twice its size. */
export async function downloadPng(holder: Element | null, name: string, lines: string[]) {
  const drawn = standalone(holder, lines);
  if (!drawn) return;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width * 2;
  canvas.height = drawn.height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && saveFile(blob, `${name}.png`), "image/png");
}

const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-size",
  "font-family",
  "font-weight",
];
const namespace = "http://www.w3.org/2000/svg";
const edge = 16;
const lineHeight = 20;

// A file outside the page knows none of its variables, so each element gets the value it has here.
// Links are left out: they would tell where the reader's own pages are.
function standalone(holder: Element | null, lines: string[]) {
  const svg = [...(holder?.querySelectorAll("svg") ?? [])].find(
    (one) => one.getBoundingClientRect().width > 0,
  );
  if (!svg) return undefined;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const look of looks) to[at]?.setAttribute(look, style.getPropertyValue(look));
    for (const name of ["class", "href", "aria-current"]) to[at]?.removeAttribute(name);
  });
  const size = svg.getBoundingClientRect();
  const words = lines.flatMap((line) => wrapped(line, Math.floor(size.width / 8)));
  const head = words.length > 0 ? words.length * lineHeight + 8 : 0;
  const [width, height] = [size.width + 2 * edge, size.height + head + 2 * edge];
  place(copy, { x: edge, y: edge + head, width: size.width, height: size.height });

  const page = getComputedStyle(document.body);
  const sheet = document.createElementNS(namespace, "svg");
  place(sheet, { width, height });
  const ground = sheet.appendChild(document.createElementNS(namespace, "rect"));
  place(ground, { width, height, fill: page.backgroundColor });
  words.forEach((line, at) => {
    const text = sheet.appendChild(document.createElementNS(namespace, "text"));
    place(text, { x: edge, y: edge + 14 + at * lineHeight, fill: page.color });
    place(text, { "font-size": "14px", "font-family": page.fontFamily });
    text.textContent = line;
  });
  sheet.append(copy);
  return { text: new XMLSerializer().serializeToString(sheet), width, height };
}

function place(element: Element, values: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value));
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Saves a file that the page made itself. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
