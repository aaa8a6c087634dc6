import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { localDay } from "../dates.ts";
import { Analysis } from "./columns/analysis.ts";
import { chooseTable, findTables } from "./columns/table.ts";
import { decoderOf, type Encoding } from "./encoding/encodings.ts";
import { arrange } from "./layouts/arrange.ts";
import { type Choices, guessChoices } from "./plan/choices.ts";
import type { PlannedRow } from "./plan/draft.ts";
import { planContext, planRows, tableRows } from "./plan/file.ts";
import { planRow } from "./plan/row.ts";
import { openSpreadsheet } from "./spreadsheet/open.ts";
import type { Target } from "./vocabulary/targets.ts";

const zone = "Europe/Berlin";

/** Runs `use` with a file of those contents that goes away afterwards. */
export async function withFile<T>(
  contents: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "foothold-import-"));
  const path = join(folder, "hunt");
  writeFileSync(path, contents);
  try {
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A text's bytes in an encoding. `TextDecoder` only decodes, so its tables are turned around. */
export function bytesIn(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const table = byteTable(encoding);
  return Buffer.from(
    Array.from(text).flatMap((char) => {
      const bytes = table.get(char);
      if (!bytes) throw new Error(`${encoding} has no “${char}”.`);
      return bytes;
    }),
  );
}

const byteTables = new Map<Encoding, ReadonlyMap<string, number[]>>();

function byteTable(encoding: Encoding): ReadonlyMap<string, number[]> {
  const known = byteTables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = decoderOf(encoding);
  const add = (...bytes: number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes), true);
    if (Array.from(char).length === 1 && char !== "\ufffd" && !table.has(char))
      table.set(char, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add(byte);
  const isMultiByte = /^(gb|big5|shift|euc)/.test(encoding);
  for (let lead = 0x81; isMultiByte && lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
  }
  byteTables.set(encoding, table);
  return table;
}

/** Plans a file's rows as the first dry run does, with what was guessed about it. */
export async function planFile(path: string, encoding?: Encoding) {
  const book = await arrange(await openSpreadsheet(path, encoding));
  try {
    const table = chooseTable(await findTables(book));
    const analysis = new Analysis(table.headings);
    for await (const row of tableRows(book, table)) analysis.add(row);
    const choices = guessChoices(analysis);
    const context = planContext(analysis.headings, choices, zone, "hunt.csv");
    const rows = await Array.fromAsync(planRows(tableRows(book, table), context));
    return { table, analysis, choices, book, rows };
  } finally {
    book.close();
  }
}

/** A row of a list whose columns are known: heading → target and cell. */
export type KnownCells = Record<string, readonly [target: Target | "", cell: string]>;

/** Plans one row of a list whose columns are known, with other choices where they matter. */
export function planCells(cells: KnownCells, changed: Partial<Choices> = {}): PlannedRow {
  const [headings, known] = [Object.keys(cells), Object.values(cells)];
  const choices: Choices = {
    ...guessChoices(new Analysis(headings)),
    columns: known.map(([target]) => target),
    applied: "named",
    kind: "applications",
    saysApplied: true,
    ...changed,
  };
  const context = planContext(headings, choices, zone, "hunt.csv");
  return planRow({ number: 2, cells: known.map(([, cell]) => cell) }, context);
}

/** The rows that became postings, each in one line: company | title | day | number of the status, * = attention. */
export function brief(rows: PlannedRow[]): string[] {
  return rows.flatMap(({ draft, verdict }) => {
    if (!draft) return [];
    const day = draft.applied_at ? localDay(draft.applied_at, zone) : "-";
    const [status] = draft.posting_status.split(" ");
    const parts = [draft.company_name || "-", draft.posting_title || "-", day, status];
    return [parts.join(" | ") + (verdict === "attention" ? " *" : "")];
  });
}

/** A packed file with those parts, uncompressed. */
export function zipOf(parts: Record<string, string>): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), fields, path, data]);
    central.push(Buffer.concat([Buffer.from("504b01021400", "hex"), fields, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A workbook with those sheets: the name → the XML of its rows, and what follows them. Further number formats
 * are those of the styles from 4 on.
 */
export function workbookOf(
  sheets: Record<string, string>,
  strings: string[] = [],
  formats: string[] = [],
): Uint8Array {
  const names = Object.keys(sheets);
  const rel = (id: string, type: string, target: string, mode = "") =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}" ${mode}/>`;
  const rels = (inner: string) => `<Relationships>${inner}</Relationships>`;
  const links = rel("rId1", "hyperlink", "https://behind.example/job", 'TargetMode="External"');
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": rels(rel("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<x:workbook xmlns:x="x" xmlns:r="${relations}"><x:sheets>${names
      .map((name, at) => `<x:sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`)
      .join("")}</x:sheets></x:workbook>`,
    "xl/_rels/workbook.xml.rels": rels(
      names.map((_, at) => rel(`s${at}`, "worksheet", `worksheets/sheet${at}.xml`)).join("") +
        rel("t", "styles", "styles.xml") +
        rel("u", "sharedStrings", "/xl/sharedStrings.xml"),
    ),
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-407]dd/mm/yy;@"/>
      <numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/>
      ${formats.map((code, at) => `<numFmt numFmtId="${166 + at}" formatCode="${code}"/>`).join("")}</numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
      ${formats.map((_, at) => `<xf numFmtId="${166 + at}"/>`).join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    ...Object.fromEntries(
      names.flatMap((name, at) => [
        [
          `xl/worksheets/sheet${at}.xml`,
          `<worksheet xmlns:r="${relations}">${sheets[name]}</worksheet>`,
        ],
        [`xl/worksheets/_rels/sheet${at}.xml.rels`, rels(links)],
      ]),
    ),
  });
}
