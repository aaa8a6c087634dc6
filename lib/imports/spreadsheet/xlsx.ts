import { LinkColumns } from "./links.ts";
import { type Link, sheetRows } from "./sheet.ts";
import { invalidFile, type SheetRow, type Spreadsheet } from "./spreadsheet.ts";
import { readStrings } from "./strings.ts";
import { readDateStyles } from "./styles.ts";
import { readRelations, readWorkbook, type WorkbookSheet } from "./workbook.ts";
import { openZip, type Zip } from "./zip.ts";

/** Opens an XLSX workbook for streaming. Throws `Invalid` if it is damaged, encrypted or another format. */
export async function openWorkbook(path: string): Promise<Spreadsheet> {
  const zip = await openZip(path);
  try {
    if (!zip.has("[Content_Types].xml")) throw invalidFile(await rejectionOf(zip));
    const { sheets, from1904, strings, styles } = await readWorkbook(zip);
    const dateStyles = await readDateStyles(zip, styles);
    const context = { strings: await readStrings(zip, strings), dateStyles, from1904 };
    const links = new Map<number, LinkColumns>();

    async function openSheetPart(sheet: WorkbookSheet | undefined) {
      const stream = sheet && (await zip.stream(sheet.part));
      if (!stream)
        throw invalidFile("This workbook lacks one of its sheets. Save it again and retry.");
      return stream;
    }

    // The file lists hyperlinks after the rows, so they are collected in a first pass.
    async function gatherLinks(index: number): Promise<LinkColumns> {
      const sheet = sheets[index];
      const relations = await readRelations(zip, sheet?.part ?? "");
      const found = new LinkColumns();
      const onLink = ({ row, column }: { row: number; column: number }, link: Link) =>
        found.add(
          row,
          column,
          "url" in link ? link.url : (relations.get(link.relation)?.target ?? ""),
        );
      for await (const row of sheetRows(await openSheetPart(sheet), context, onLink))
        found.measure(row);
      return found;
    }

    async function* rows(index: number): AsyncGenerator<SheetRow> {
      const columns = links.get(index) ?? (await gatherLinks(index));
      links.set(index, columns);
      for await (const row of sheetRows(await openSheetPart(sheets[index]), context))
        yield columns.extend(row);
    }

    return { kind: "xlsx", encoding: "", delimiter: "", sheets, rows, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function rejectionOf(zip: Zip): Promise<string> {
  return zip.has("mimetype")
    ? "This is an OpenDocument file. Save it as .xlsx or .csv and bring that."
    : "This is a packed file, not a spreadsheet. Unpack it and bring the .xlsx or .csv inside.";
}
