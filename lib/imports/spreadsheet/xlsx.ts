import { yieldEvery } from "../../runtime/event-loop.ts";
import { importLimits } from "./limits.ts";
import { LinkColumns } from "./link-columns.ts";
import { type Merge, MergedCells, parseRange } from "./merges.ts";
import { type SheetListener, sheetRows } from "./sheet.ts";
import { invalidFile, type SheetRow, type Spreadsheet, tooMuch } from "./spreadsheet.ts";
import { readRelations, readWorkbook, type WorkbookSheet } from "./workbook.ts";
import { openZip, type Zip } from "./zip.ts";

/** What a sheet says of its cells outside of them. */
type SheetExtras = { links: LinkColumns; merges: Merge[]; hidden: Set<number> };

/** Opens an XLSX workbook for streaming. Throws `Invalid` if it is damaged, encrypted or another format. */
export async function openWorkbook(path: string): Promise<Spreadsheet> {
  const zip = await openZip(path);
  try {
    if (!zip.has("[Content_Types].xml")) throw invalidFile(rejectionOf(zip));
    const { sheets, context } = await readWorkbook(zip);
    const extras = new Map<number, SheetExtras>();
    const linkBudget = { links: importLimits.links, chars: importLimits.linkChars };
    let merges = 0;

    async function openSheetPart(sheet: WorkbookSheet | undefined) {
      const stream = sheet && (await zip.stream(sheet.part));
      if (!stream)
        throw invalidFile("This workbook lacks one of its sheets. Save it again and retry.");
      return stream;
    }

    // The file lists links and merged cells after the rows, so they are collected in a first pass.
    async function gatherExtras(index: number): Promise<SheetExtras> {
      const sheet = sheets[index];
      const relations = await readRelations(zip, sheet?.part ?? "");
      const links = new LinkColumns(linkBudget);
      const found: SheetExtras = { links, merges: [], hidden: new Set() };
      const listener: SheetListener = {
        link: (row, column, link) =>
          found.links.add(row, column, link.url ?? relations.get(link.relation)?.target ?? ""),
        merge(reference) {
          const merge = parseRange(reference);
          if (!merge) return;
          found.merges.push(merge);
          merges += 1;
          if (merges > importLimits.merges) throw tooMuch("merged cells");
        },
        hiddenColumns(first, last) {
          if (found.hidden.size >= importLimits.columns) return;
          for (let at = first; at <= Math.min(last, importLimits.columns - 1); at += 1)
            found.hidden.add(at);
        },
      };
      for await (const row of sheetRows(await openSheetPart(sheet), context, listener))
        found.links.measure(row);
      return found;
    }

    async function* rows(index: number): AsyncGenerator<SheetRow> {
      const found = extras.get(index) ?? (await gatherExtras(index));
      extras.set(index, found);
      const { links, merges } = found;
      const merged = new MergedCells(merges);
      const yieldIfLong = yieldEvery();
      for await (const row of sheetRows(await openSheetPart(sheets[index]), context)) {
        await yieldIfLong();
        yield links.extend({ ...row, cells: merged.fill(row.number, row.cells) });
      }
    }

    return {
      kind: "xlsx",
      encoding: "",
      encodingGuessed: false,
      delimiter: "",
      sheets,
      rows,
      hiddenColumns: (index) => extras.get(index)?.hidden ?? new Set(),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function rejectionOf(zip: Zip): string {
  return zip.has("mimetype")
    ? "This is an OpenDocument file. Save it as .xlsx or .csv and bring that."
    : "This is a packed file, not a spreadsheet. Unpack it and bring the .xlsx or .csv inside.";
}
