/** Saves what a table holds as CSV (RFC 4180, with a byte order mark so that spreadsheets read UTF-8). */
export function downloadCsv(columns: string[], rows: (string | number)[][], name: string): void {
  const text = [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  save(new Blob([`\uFEFF${text}\r\n`], { type: "text/csv" }), `${name}.csv`);
}

const cell = (value: string | number) => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Saves the drawing as SVG, with the colours it has on the page now. */
export function downloadSvg(holder: Element | null, name: string): void {
  const drawn = standalone(holder);
  if (drawn) save(new Blob([drawn.text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Saves the drawing as PNG at twice its size. */
export async function downloadPng(holder: Element | null, name: string): Promise<void> {
  const drawn = standalone(holder);
  if (!drawn) return;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawn.width * 2;
  canvas.height = drawn.height * 2;
  const brush = canvas.getContext("2d");
  if (!brush) return;
  brush.fillStyle = drawn.ground;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), "image/png");
}

const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-size",
  "font-family",
];

// A file outside the page knows none of its variables, so each element gets the value it has here.
function standalone(holder: Element | null) {
  const svg = holder?.querySelector("svg");
  if (!svg) return undefined;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const look of looks) to[at]?.setAttribute(look, style.getPropertyValue(look));
    to[at]?.removeAttribute("class");
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const ground = getComputedStyle(document.body).backgroundColor;
  return { text: new XMLSerializer().serializeToString(copy), width, height, ground };
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
