import { invalidFile, type Sheet } from "./spreadsheet.ts";
import { readAllXml, type XmlAttributes } from "./xml.ts";
import type { Zip } from "./zip.ts";

export type WorkbookSheet = Sheet & { part: string };
export type Workbook = {
  sheets: WorkbookSheet[];
  from1904: boolean;
  strings: string;
  styles: string;
};

type Relation = { target: string; type: string; external: boolean };

/** The relationships of a package part, by id, with resolved targets (ECMA-376, part 2). */
export async function readRelations(zip: Zip, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf("/") + 1;
  const [folder, file] = [part.slice(0, slash), part.slice(slash)];
  const relations = new Map<string, Relation>();
  const stream = await zip.stream(`${folder}_rels/${file}.rels`);
  if (!stream) return relations;
  await readAllXml(stream, {
    open(name, { Id = "", Target = "", Type = "", TargetMode }) {
      if (name !== "Relationship") return;
      const external = TargetMode === "External";
      const type = Type.slice(Type.lastIndexOf("/") + 1);
      relations.set(Id, { target: external ? Target : absolute(folder, Target), type, external });
    },
  });
  return relations;
}

function absolute(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1);
}

/** Reads the workbook part: sheets in order, and the paths of the shared strings and styles. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const root = [...(await readRelations(zip, "")).values()].find(
    (r) => r.type === "officeDocument",
  );
  const part = root?.target ?? "xl/workbook.xml";
  const relations = await readRelations(zip, part);
  const target = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target ?? "";
  const found: Workbook = {
    sheets: [],
    from1904: false,
    strings: target("sharedStrings"),
    styles: target("styles"),
  };
  const stream = await zip.stream(part);
  if (!stream) throw invalidFile("This file is packed like a workbook, yet holds no sheets.");
  await readAllXml(stream, {
    open(name, attributes) {
      if (name === "workbookPr") found.from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const relation = relations.get(relationId(attributes));
      if (relation?.type !== "worksheet") return;
      const hidden = (attributes.state ?? "visible") !== "visible";
      found.sheets.push({ name: attributes.name ?? "", hidden, part: relation.target });
    },
  });
  if (found.sheets.length === 0) throw invalidFile("This workbook holds no sheet with cells.");
  return found;
}

/** The relationship id of an element (`r:id`), for any namespace prefix. */
export function relationId(attributes: XmlAttributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return (key && attributes[key]) || "";
}
