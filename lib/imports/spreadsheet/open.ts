import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { detectDelimiter } from "./delimiter.ts";
import { detectEncoding, type Encoding } from "./encoding.ts";
import { invalidFile } from "./invalid-file.ts";
import { importLimits, tooLarge } from "./limits.ts";
import type { Spreadsheet } from "./spreadsheet.ts";
import { decoded, textRows } from "./text.ts";
import { openWorkbook } from "./xlsx.ts";

const rejectedKinds: [magic: string, sentence: string][] = [
  [
    "d0cf11e0a1b11ae1",
    "This is an old .xls (or a locked workbook). Save it as .xlsx or .csv and bring that.",
  ],
  ["255044462d", "This is a PDF. Bring the spreadsheet it was made from, as .xlsx or .csv."],
  ["1f8b", "This is a packed file. Unpack it and bring the .xlsx or .csv inside."],
];

/**
 * Opens a CSV, TSV or XLSX file, detected by content and not by name. Throws `Invalid` if it is empty,
 * too large or not a spreadsheet.
 */
export async function openSpreadsheet(path: string): Promise<Spreadsheet> {
  const { size } = await stat(path);
  if (size === 0) throw invalidFile("This file is empty.");
  if (size > importLimits.bytes) {
    throw invalidFile(tooLarge);
  }
  const head = await firstBytes(path, 65_536);
  const magic = head.subarray(0, 8).toString("hex");
  if (magic.startsWith("504b0304")) return openWorkbook(path);
  for (const [start, sentence] of rejectedKinds)
    if (magic.startsWith(start)) throw invalidFile(sentence);
  return openTextFile(path, head);
}

async function openTextFile(path: string, head: Buffer): Promise<Spreadsheet> {
  const encoding = await detectEncoding(path, head);
  if (!encoding) throw invalidFile("This file is no spreadsheet: it is not text, CSV or XLSX.");
  const sample = await firstText(path, encoding);
  if (sample.trim() === "") throw invalidFile("This file is empty.");
  if (/^\s*(<!doctype|<html|<\?xml|<table)/i.test(sample)) {
    throw invalidFile(
      "This is a web page, not a spreadsheet. Save it as .xlsx or .csv and bring that.",
    );
  }
  const delimiter = detectDelimiter(sample);
  const quoted = await quotesAreClosed(path, encoding, delimiter);
  return {
    kind: "text",
    encoding,
    delimiter,
    sheets: [{ name: "", hidden: false }],
    rows: () => textRows(path, { encoding, delimiter, quoted }),
    close: () => {},
  };
}

// An unclosed quote would swallow the rest of the file; such a file is read with quoting turned off.
async function quotesAreClosed(
  path: string,
  encoding: Encoding,
  delimiter: string,
): Promise<boolean> {
  try {
    for await (const _ of textRows(path, { encoding, delimiter, quoted: true }));
    return true;
  } catch {
    return false;
  }
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(createReadStream(path, { end: 262_143 }), encoding))
    text += piece;
  return text.replace(/^\ufeff/, "");
}
