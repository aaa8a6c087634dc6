import { expect, test, vi } from "vitest";
import { arrange } from "../layouts/arrange.ts";
import { withFile, workbookOf, zipOf } from "../testing.ts";
import { boundedInteger } from "./integers.ts";
import { importLimits } from "./limits.ts";
import { openSpreadsheet } from "./open.ts";
import type { SheetRow } from "./spreadsheet.ts";

const read = (contents: Uint8Array, sheet = 0) =>
  withFile(contents, async (path) => {
    const book = await openSpreadsheet(path);
    try {
      const rows = await Array.fromAsync(book.rows(sheet));
      return { rows, hidden: [...book.hiddenColumns(sheet)], sheets: book.sheets.length };
    } finally {
      book.close();
    }
  });

const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
const row = `<row>${cell("Company")}${cell("Title")}</row>`;
const sheetOf = (rows: string) => `<sheetData>${rows}</sheetData>`;
const columnName = (at: number): string =>
  (at >= 26 ? columnName(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

test.each(["-1e300", "1e300", "-4000000", "Infinity", "NaN", "0x10", "1.5", "", "9".repeat(400)])(
  "takes %j for no number of a file",
  (text) => expect(boundedInteger(text, { min: 0, max: 16_384 })).toBeNull(),
);

test("reads hidden columns that begin nowhere and end nowhere", async () => {
  const cols = ["-1e300", "-4000000", "1e300", "Infinity"].map(
    (end) => `<col min="${end}" max="${end}" hidden="1"/><col min="${end}" max="3" hidden="1"/>`,
  );
  const real = '<col min="499" max="16384" hidden="1"/>';
  const { hidden } = await read(workbookOf({ One: `<cols>${cols}${real}</cols>${sheetOf(row)}` }));
  expect(hidden).toEqual([498, 499]);
});

test("numbers rows onward where their own numbers are none, or go back", async () => {
  const rows = ["5", "1e300", "-3", "Infinity", "5", "9"].map(
    (r) => `<row r="${r}">${cell("x")}</row>`,
  );
  const found = await read(workbookOf({ One: sheetOf(rows.join("")) }));
  expect(found.rows.map(({ number }) => number)).toEqual([5, 6, 7, 8, 9, 10]);
});

test("adds links only of columns that are read, and a bounded number of columns", async () => {
  const links = Array.from(
    { length: 2_000 },
    (_, at) => `<hyperlink ref="${columnName(1_999 - at)}1" r:id="rId1"/>`,
  );
  const { rows } = await read(
    workbookOf({ One: `${sheetOf(row)}<hyperlinks>${links.join("")}</hyperlinks>` }),
  );
  expect(rows[0]?.cells).toHaveLength(2 + importLimits.linkColumns);
});

/** A workbook whose list of sheets, relations, formats or texts is given. */
const parts = (changed: Record<string, string>) =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/w.xml"/></Relationships>`,
    "xl/w.xml": `<workbook><sheets><sheet name="a" r:id="s"/></sheets></workbook>`,
    "xl/_rels/w.xml.rels": `<Relationships><Relationship Id="s" Type="x/worksheet" Target="s.xml"/>
      <Relationship Id="t" Type="x/sharedStrings" Target="t.xml"/>
      <Relationship Id="y" Type="x/styles" Target="y.xml"/></Relationships>`,
    "xl/s.xml": `<worksheet>${sheetOf(row)}</worksheet>`,
    ...changed,
  });
const sheets = (count: number) =>
  `<workbook><sheets>${'<sheet name="a" r:id="s"/>'.repeat(count)}</sheets></workbook>`;
const merges = Array.from(
  { length: 100_001 },
  (_, at) => `<mergeCell ref="A${at + 1}:A${at + 2}"/>`,
);

test("reads a sheet that is named many times once", async () => {
  expect((await read(parts({ "xl/w.xml": sheets(255) }))).sheets).toBe(1);
});

test.each<[string, Record<string, string>, RegExp]>([
  ["sheets", { "xl/w.xml": sheets(256) }, /too many sheets.*as CSV/],
  ["texts", { "xl/t.xml": `<sst>${"<si/>".repeat(2_000_001)}</sst>` }, /too many texts/],
  [
    "formats",
    {
      "xl/y.xml": `<styleSheet><cellXfs>${'<xf numFmtId="170"/>'.repeat(65_491)}</cellXfs></styleSheet>`,
    },
    /too many formats/,
  ],
  [
    "links",
    {
      "xl/_rels/s.xml.rels": `<Relationships>${Array.from({ length: 100_001 }, (_, at) => `<Relationship Id="${at}" TargetMode="External" Target="https://a.example"/>`).join("")}</Relationships>`,
    },
    /too many links/,
  ],
  [
    "merged cells",
    {
      "xl/s.xml": `<worksheet>${sheetOf(row)}<mergeCells>${merges.join("")}</mergeCells></worksheet>`,
    },
    /too many merged cells/,
  ],
  ["open elements", { "xl/s.xml": `<worksheet>${"<a>".repeat(300)}` }, /damaged/],
])("refuses a workbook of too many %s", async (_, changed, sentence) => {
  await expect(read(parts(changed))).rejects.toThrow(sentence);
});

test("fills merged cells to a bound, and none that another range covers", async () => {
  const over = '<mergeCell ref="A1:B3"/><mergeCell ref="B2:C3"/>';
  const small = `<row>${cell("x")}</row><row>${cell("")}${cell("y")}</row><row><c r="D3"><v>1</v></c></row>`;
  const found = await read(
    workbookOf({ One: `${sheetOf(small)}<mergeCells>${over}</mergeCells>` }),
  );
  expect(found.rows.map(({ cells }) => cells)).toEqual([["x"], ["x", "y"], ["x", "x", "", "1"]]);
  const ranges = Array.from({ length: 499 }, (_, at) => {
    const name = columnName(at);
    return `<mergeCell ref="${name}1:${name}1048576"/>`;
  });
  const rows = `<row>${cell("7").repeat(500)}</row>${'<row><c r="SF1"><v>1</v></c></row>'.repeat(2_100)}`;
  const wide = workbookOf({
    One: `${sheetOf(rows)}<mergeCells>${ranges.join("")}</mergeCells>`,
  });
  await expect(read(wide)).rejects.toThrow(/too many merged cells/);
});

test("makes one formatter for all cells of a format", async () => {
  const made = vi.spyOn(Intl, "NumberFormat");
  const rows = `<row>${'<c s="4"><v>1</v></c>'.repeat(400)}</row>`;
  await read(workbookOf({ One: sheetOf(rows) }, [], ["&quot;$&quot;#,##0.000"]));
  expect(made.mock.calls.length).toBeLessThan(2);
  made.mockRestore();
});

test("gives others their turn while a long sheet is looked at", async () => {
  const rows = `<row>${cell("x")}</row>`.repeat(20_000);
  await withFile(workbookOf({ One: sheetOf(rows) }), async (path) => {
    const book = await openSpreadsheet(path);
    let [turns, isOver] = [0, false];
    const others = () => {
      turns += 1;
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    const seen: SheetRow[] = [];
    for await (const each of (await arrange(book)).rows(0)) seen.push(each);
    isOver = true;
    book.close();
    expect(seen).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(3);
  });
});
