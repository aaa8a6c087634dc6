import { importLimits } from "./limits.ts";
import { MergedCells, maxMerges } from "./merges.ts";
import { type SheetListener, sheetRows } from "./sheet.ts";
import { invalidFile, type SheetRow, type Spreadsheet } from "./spreadsheet.ts";
import { readRelations, readWorkbook, type WorkbookSheet } from "./workbook.ts";
import { openZip, type Zip } from "./zip.ts";

/** What a sheet says of its cells outside of them. */
type SheetExtras = { links: LinkColumns; merges: string[]; hidden: Set<number> };

/** Opens an XLSX workbook for streaming. Throws `Invalid` if it is damaged, encrypted or another format. */
export async function openWorkbook(path: string): Promise<Spreadsheet> {
  const zip = await openZip(path);
  try {
    if (!zip.has("[Content_Types].xml")) throw invalidFile(rejectionOf(zip));
    const { sheets, context } = await readWorkbook(zip);
    const extras = new Map<number, SheetExtras>();

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
      const found: SheetExtras = { links: new LinkColumns(), merges: [], hidden: new Set() };
      const listener: SheetListener = {
        link: (row, column, link) =>
          found.links.add(row, column, link.url ?? relations.get(link.relation)?.target ?? ""),
        merge: (reference) => found.merges.length < maxMerges && found.merges.push(reference),
        hiddenColumns(first, last) {
          for (let at = first; at <= Math.min(last, importLimits.columns); at += 1)
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
      for await (const row of sheetRows(await openSheetPart(sheets[index]), context))
        yield links.extend({ ...row, cells: merged.fill(row.number, row.cells) });
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

/**
 * Hyperlink columns: the targets of a column's hyperlinks are appended as an extra column at the right,
 * so that later steps read them as ordinary cells.
 */
class LinkColumns {
  #urls = new Map<string, string>();
  #columns = new Set<number>();
  #width = 0;

  /** Records the row's width; call it for every row before the first `extend`. */
  measure(row: SheetRow): void {
    this.#width = Math.max(this.#width, row.cells.length);
  }

  add(row: number, column: number, url: string): void {
    if (!/^https?:\/\//i.test(url) || this.#urls.size >= 200_000) return;
    this.#urls.set(`${row}:${column}`, url);
    this.#columns.add(column);
  }

  /** The row with its link targets appended, except those that a cell already shows as text. */
  extend(row: SheetRow): SheetRow {
    if (this.#columns.size === 0) return row;
    const cells = [...row.cells];
    while (cells.length < this.#width) cells.push("");
    for (const column of this.#columns) {
      const url = this.#urls.get(`${row.number}:${column}`) ?? "";
      cells.push(url === (row.cells[column] ?? "").trim() ? "" : url);
    }
    return { ...row, cells };
  }
}
