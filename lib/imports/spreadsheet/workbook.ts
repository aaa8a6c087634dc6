import { boundedInteger } from "./integers.ts";
import { importLimits } from "./limits.ts";
import { type CellFormat, cellFormat } from "./number-format.ts";
import { invalidFile, type Sheet, tooMuch } from "./spreadsheet.ts";
import { readStrings } from "./strings.ts";
import { readPart, type XmlAttributes } from "./xml.ts";
import type { Zip } from "./zip.ts";

export type WorkbookSheet = Sheet & { part: string };

/** What the cells of all sheets refer to. */
export type SheetContext = {
  strings: readonly string[];
  /** the format of each cell style */
  formats: readonly CellFormat[];
  from1904: boolean;
};

type Relation = { target: string; type: string; external: boolean };

/** The relationships of a package part, by id, with resolved targets (ECMA-376, part 2). */
export async function readRelations(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf("/") + 1;
  const [folder, file] = [part.slice(0, slash), part.slice(slash)];
  const relations = new Map<string, Relation>();
  await readPart(zip, `${folder}_rels/${file}.rels`, {
    open(name, { Id = "", Target = "", Type = "", TargetMode }) {
      if (name !== "Relationship" || Target.length > importLimits.cell) return;
      if (relations.size >= importLimits.relations) throw tooMuch("links");
      const external = TargetMode === "External";
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      relations.set(Id, { target: external ? Target : absolute(folder, Target), type, external });
    },
  });
  return relations;
}

function absolute(folder: string, target: string): string {
  return URL.parse(target, `zip:///${folder}`)?.pathname.slice(1) ?? "";
}

/** Reads a workbook but for its cells: the sheets in order, and what their cells refer to. */
export async function readWorkbook(
  zip: Zip,
): Promise<{ sheets: WorkbookSheet[]; context: SheetContext }> {
  const root = [...(await readRelations(zip, "")).values()].find(
    (r) => r.type === "officeDocument",
  );
  const part = root?.target ?? "xl/workbook.xml";
  const relations = await readRelations(zip, part);
  const target = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target ?? "";
  const sheets: WorkbookSheet[] = [];
  const parts = new Set<string>();
  let [from1904, named] = [false, 0];
  const found = await readPart(zip, part, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      named += 1;
      if (named > importLimits.sheets) throw tooMuch("sheets");
      const relation = relations.get(relationId(attributes));
      if (relation?.type !== "worksheet" || parts.has(relation.target)) return;
      parts.add(relation.target);
      const hidden = (attributes.state ?? "visible") !== "visible";
      sheets.push({ name: attributes.name ?? "", hidden, part: relation.target });
    },
  });
  if (!found) throw invalidFile("This file is packed like a workbook, yet holds no sheets.");
  if (sheets.length === 0) throw invalidFile("This workbook holds no sheet with cells.");
  const formats = await readFormats(zip, target("styles"));
  return {
    sheets,
    context: { strings: await readStrings(zip, target("sharedStrings")), formats, from1904 },
  };
}

/** The relationship id of an element (`r:id`), for any namespace prefix. */
export function relationId(attributes: XmlAttributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return (key && attributes[key]) || "";
}

/** The number format of each cell style. */
async function readFormats(zip: Zip, part: string): Promise<CellFormat[]> {
  const formats: CellFormat[] = [];
  const codes = new Map<number, string>();
  const known = new Map<number, CellFormat>();
  const ids = { min: 0, max: 2 ** 31 };
  let inCellFormats = false;
  await readPart(zip, part, {
    open(name, { numFmtId, formatCode = "" }) {
      const id = boundedInteger(numFmtId, ids) ?? 0;
      if (name === "numFmt") codes.set(id, formatCode.slice(0, 255));
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) {
        const format = known.get(id) ?? cellFormat(id, codes.get(id));
        known.set(id, format);
        formats.push(format);
      }
      if (Math.max(codes.size, formats.length) > importLimits.formats) throw tooMuch("formats");
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return formats;
}
