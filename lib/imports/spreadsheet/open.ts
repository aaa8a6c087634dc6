import { open, stat } from "node:fs/promises";
import type { Encoding } from "../encoding/encodings.ts";
import { importLimits, tooLarge } from "./limits.ts";
import { invalidFile, type Spreadsheet } from "./spreadsheet.ts";
import { openTextFile } from "./text.ts";
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
 * too large or not a spreadsheet. A text's encoding is detected unless it is given.
 */
export async function openSpreadsheet(path: string, encoding?: Encoding): Promise<Spreadsheet> {
  const { size } = await stat(path);
  if (size === 0) throw invalidFile("This file is empty.");
  if (size > importLimits.bytes) throw invalidFile(tooLarge);
  const head = await firstBytes(path, 65_536);
  const magic = head.subarray(0, 8).toString("hex");
  if (magic.startsWith("504b0304")) return openWorkbook(path);
  for (const [start, sentence] of rejectedKinds)
    if (magic.startsWith(start)) throw invalidFile(sentence);
  return openTextFile(path, head, size, encoding);
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
