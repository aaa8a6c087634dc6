import { expect, test } from "vitest";
import { withFile, workbookOf, zipOf } from "../testing.ts";
import { openSpreadsheet } from "./open.ts";
import type { SheetRow } from "./spreadsheet.ts";

const read = (contents: string | Uint8Array, sheet = 0) =>
  withFile(contents, async (path) => {
    const book = await openSpreadsheet(path);
    const rows: SheetRow[] = [];
    for await (const row of book.rows(sheet)) rows.push(row);
    book.close();
    return { ...book, rows, cells: rows.map((row) => row.cells) };
  });

const list = "Firma;Ort\nMüller;Köln\n";

test.each([
  ["UTF-8", Buffer.from(list), "utf-8"],
  ["UTF-8 with a BOM", Buffer.from(`\ufeff${list}`), "utf-8"],
  ["UTF-16", Buffer.from(`\ufeff${list}`, "utf16le"), "utf-16le"],
  ["UTF-16 without a BOM", Buffer.from(list, "utf16le"), "utf-16le"],
  ["UTF-16, big end first", Buffer.from(`\ufeff${list}`, "utf16le").swap16(), "utf-16be"],
  ["Windows-1252", Buffer.from(list, "latin1"), "windows-1252"],
])("reads %s", async (_, contents, encoding) => {
  const book = await read(contents);
  expect(book.encoding).toBe(encoding);
  expect(book.delimiter).toBe(";");
  expect(book.cells).toEqual([
    ["Firma", "Ort"],
    ["Müller", "Köln"],
  ]);
});

test.each([",", ";", "\t", "|"])(
  "finds the delimiter %j, quotes and line breaks in cells",
  async (sign) => {
    const book = await read(`a${sign}b\r\n"x ""y""${sign}\nz"${sign}2\nlast${sign}3`);
    expect(book.delimiter).toBe(sign);
    expect(book.cells).toEqual([
      ["a", "b"],
      [`x "y"${sign}\nz`, "2"],
      ["last", "3"],
    ]);
  },
);

const dialects: Record<string, [file: string, delimiter: string]> = {
  "blanks before quotes": [`"Name", "Role"\n"Ash, Sons",  "Cook, night"\n"Elm", "Clerk"\n`, ","],
  "blanks before quotes, semicolons": [
    `"Name"; "Role"\n"Ash, Sons"; "Cook, night"\n"Elm"; "Clerk"\n`,
    ";",
  ],
  "blanks on both sides": [`"Name" , "Role"\n"Ash, Sons" , "Cook, night"\n"Elm" , "Clerk"\n`, ","],
  apostrophes: [`'Name','Role'\n'Ash, Sons','Cook, night'\n'Elm','Clerk'\n`, ","],
  "a line that names the delimiter": [`sep=;\nName;Role\nAsh, Sons;Cook, night\nElm;Clerk\n`, ";"],
  "a quoted line that names a tab": [
    `"sep=\t"\nName\tRole\nAsh, Sons\tCook, night\nElm\tClerk\n`,
    "\t",
  ],
  "lines quoted as a whole": [`"Name,Role"\n"""Ash, Sons"",""Cook, night"""\n"Elm,Clerk"\n`, ","],
};

test.each(Object.entries(dialects))("reads %s", async (_, [file, delimiter]) => {
  const book = await read(file);
  expect(book.delimiter).toBe(delimiter);
  expect(book.cells).toEqual([
    ["Name", "Role"],
    ["Ash, Sons", "Cook, night"],
    ["Elm", "Clerk"],
  ]);
});

const [pair, more] = ['"Ash, Sons";"Cook, night"', "Elm;Clerk\nFir;Maker"];

test.each([
  ["headings", `Name,Role\n${pair}\n${more}\n`],
  ["rows", `Name\tRole\n"Ash, Sons"\tCook, night\n${more}\n`],
])("reads %s with another delimiter than the rest", async (_, file) => {
  expect((await read(file)).cells).toEqual([
    ["Name", "Role"],
    ["Ash, Sons", "Cook, night"],
    ["Elm", "Clerk"],
    ["Fir", "Maker"],
  ]);
});

test.each([",", ";", "\t"])('reads \\" between %j as a quote, beside ""', async (sign) => {
  const { cells } = await read(
    [
      "Name",
      "Note",
      '\n"Ash \\"West\\" Foods"',
      '"said \\"no\\"',
      ' sorry"\n"Elm ""East"""',
      '"C:\\x"\n',
    ].join(sign),
  );
  expect(cells.slice(-2)).toEqual([
    ['Ash "West" Foods', `said "no"${sign} sorry`],
    ['Elm "East"', "C:\\x"],
  ]);
});

test("counts rows as a spreadsheet does: records, blank ones too", async () => {
  const { rows } = await read('a,b\n\n"1\n2",3\n');
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test("keeps ragged rows and a lone quote as they are", async () => {
  const { cells } = await read('Company,Title\nA\nB,C,D\n"Unfinished,E\nF,G\n');
  expect(cells).toEqual([
    ["Company", "Title"],
    ["A"],
    ["B", "C", "D"],
    ['"Unfinished', "E"],
    ["F", "G"],
  ]);
});

test.each([
  ["an empty file", "", /empty/],
  ["a blank file", " \n \n", /empty/],
  [
    "a binary file",
    new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 1]),
    /no spreadsheet/,
  ],
  ["a PDF", "%PDF-1.7 …", /PDF/],
  ["a web page", "<!DOCTYPE html><table></table>", /web page/],
  ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old \.xls/],
  ["a damaged workbook", "PK\u0003\u0004 and nothing else", /damaged/],
  ["another packed file", zipOf({ "a.txt": "hello" }), /packed file/],
  ["an OpenDocument file", zipOf({ mimetype: "x" }), /OpenDocument/],
  ["a workbook without sheets", workbookOf({}), /no sheet/],
  ["a workbook that breaks off", workbookOf({ A: "<sheetData><row><c" }), /damaged/],
  ["a record without end", `a,b\n${"x".repeat(1_100_000)}`, /never ends/],
])("says what is wrong with %s", async (_, contents, sentence) => {
  await expect(read(contents)).rejects.toThrow(sentence);
});

test("refuses a workbook that would unpack to too much, before it is unpacked", async () => {
  const bomb = Buffer.from(workbookOf({ A: "<sheetData/>" }));
  const at = bomb.lastIndexOf("xl/worksheets/sheet0.xml") - 22;
  // Its packed size and the other: as the part is stored, they must be equal to be believed.
  for (const size of [at - 4, at]) bomb.writeUInt32LE(0xf000_0000, size);
  await expect(read(bomb)).rejects.toThrow(/600 MB/);
});

test("refuses a part that unpacks to hundreds of times its size, before it is unpacked", async () => {
  const bomb = Buffer.from(workbookOf({ A: "<sheetData/>" }));
  const at = bomb.lastIndexOf("xl/worksheets/sheet0.xml") - 46;
  bomb.writeUInt16LE(8, at + 10);
  bomb.writeUInt32LE(100_000, at + 20);
  bomb.writeUInt32LE(26_000_000, at + 24);
  await expect(read(bomb)).rejects.toThrow(/250 times its size/);
});

test("refuses a workbook of parts without end", async () => {
  const parts = Array.from({ length: 10_001 }, (_, n) => [`${n}.xml`, ""]);
  await expect(read(zipOf(Object.fromEntries(parts)))).rejects.toThrow(/damaged/);
});

const endlessXml: Record<string, string> = {
  attribute: `<sheetData><row a="${"x".repeat(2_000_000)}"/></sheetData>`,
  comment: `<sheetData><!--${"x".repeat(2_000_000)}--></sheetData>`,
  "CDATA section": `<sheetData><row><c t="str"><v><![CDATA[${"x".repeat(2_000_000)}]]></v></c></row></sheetData>`,
  instruction: `<sheetData><?a ${"x".repeat(2_000_000)}?></sheetData>`,
  "tag's name": `<sheetData><${"x".repeat(2_000_000)}/></sheetData>`,
};

test.each(Object.entries(endlessXml))("refuses an endless %s", async (_, rows) => {
  await expect(read(workbookOf({ One: rows }))).rejects.toThrow(/32,767 characters/);
});

test("keeps of a cell of many runs what a cell can hold, and of a row its first columns", async () => {
  const runs = `<row><c t="inlineStr"><is>${"<r><t>abc</t></r>".repeat(50_000)}</is></c></row>`;
  const wide = `<row>${'<c t="str"><v>x</v></c>'.repeat(50_000)}</row>`;
  const { cells } = await read(workbookOf({ One: `<sheetData>${runs}${wide}</sheetData>` }));
  expect(cells[0]?.[0]).toHaveLength(32_767);
  expect(cells[1]).toHaveLength(500);
});

test("reads every kind of cell of a workbook", async () => {
  const rows = `<sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Day</t></is></c></row>
    <row r="3"><c r="A3" t="str"><f>X()</f><v>A &amp; B_x000D_</v></c><c r="B3" s="1"><v>45321</v></c>
      <c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c></row>
    <row r="4"><c r="A4"><v>254770000000</v></c><c r="B4" s="2"><v>45321.75</v></c>
      <c r="C4"><v>0.30000000000000004</v></c><c r="D4" s="3"><v>12</v></c><c r="E4" s="1"><v>0.5</v></c></row>
    <row><c t="d"><v>2026-02-03T00:00:00Z</v></c></row></sheetData>`;
  const rich = "<r><t>Com</t></r><r><t>pany</t></r><rPh><t>no</t></rPh>";
  const book = await read(workbookOf({ One: rows }, [rich]));
  expect(book.rows).toEqual([
    { number: 1, cells: ["Company", "Day"] },
    { number: 3, cells: ["A & B\r", "2024-01-30", "", "TRUE"] },
    { number: 4, cells: ["254770000000", "2024-01-30T18:00:00", "0.3", "12", "12:00"] },
    { number: 5, cells: ["2026-02-03"] },
  ]);
});

const number = (ref: string, style: number, value: number) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const text = (ref: string, value: string) => `<c r="${ref}" t="str"><v>${value}</v></c>`;

test("reads money and percents as their cells show them", async () => {
  const formats = [
    '"$"#,##0',
    "[$€-407]\\ #,##0.00",
    '#,##0.00\\ "€"',
    "_-* #,##0.00\\ [$zł-415]_-;\\-* #,##0.00\\ [$zł-415]_-",
    "0.0%",
    "[$-409]#,##0",
    "[$CHF] #,##0;[Red]-[$CHF] #,##0",
    "yyyy\\-mm\\-dd",
  ].map((code) => code.replaceAll('"', "&quot;"));
  const rows = `<sheetData><row r="1">${number("A1", 4, 85000)}${number("B1", 5, 27.5)}
    ${number("C1", 6, 1234.5)}${number("D1", 7, 9000)}${number("E1", 8, 0.655)}${number("F1", 9, 85000)}
    ${number("G1", 10, -70)}${number("H1", 11, 45730)}</row></sheetData>`;
  const { cells } = await read(workbookOf({ One: rows }, [], formats));
  expect(cells).toEqual([
    ["$85,000", "€ 27.50", "1,234.50 €", "9,000.00 zł", "65.5%", "85000", "-CHF 70", "2025-03-14"],
  ]);
});

test("gives all merged cells their value, but for a title over the columns", async () => {
  const rows = `<sheetData><row r="1">${text("A1", "Title")}</row>
    <row r="2">${text("A2", "Day")}${text("C2", "Larch")}</row><row r="3">${text("C3", "Elm")}</row>
    <row r="4">${text("A4", "Day 2")}${text("C4", "Fir")}${text("D4", "a remark ".repeat(9))}</row></sheetData>
    <mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:B3"/><mergeCell ref="D4:E4"/></mergeCells>`;
  const { cells } = await read(workbookOf({ One: rows }));
  expect(cells).toEqual([
    ["Title"],
    ["Day", "Day", "Larch"],
    ["Day", "Day", "Elm"],
    ["Day 2", "", "Fir", "a remark ".repeat(9)],
  ]);
});

test("tells hidden rows, and names hidden columns", async () => {
  const rows = `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">${text("A1", "A")}</row>
    <row r="2" hidden="1">${text("A2", "B")}</row></sheetData>`;
  const book = await read(workbookOf({ One: rows }));
  expect(book.rows.map(({ remark }) => remark)).toEqual([
    undefined,
    "It is hidden in the spreadsheet.",
  ]);
  expect([...book.hiddenColumns(0)]).toEqual([1, 2]);
});

test("ends a cell where Excel ends it, and refuses one that goes on", async () => {
  const cell = (length: number) =>
    `<sheetData><row>${text("A1", "x".repeat(length))}</row></sheetData>`;
  const { cells } = await read(workbookOf({ One: cell(40_000) }));
  expect(cells[0]?.[0]).toHaveLength(32_767);
  await expect(read(workbookOf({ One: cell(1_300_000) }))).rejects.toThrow(/32,767 characters/);
});

test("refuses more rows than a sheet can hold", async () => {
  const rows = `<sheetData>${"<row/>".repeat(1_048_577)}</sheetData>`;
  await expect(read(workbookOf({ One: rows }))).rejects.toThrow(/more rows/);
});

test("gives the links of cells a column of their own", async () => {
  const rows = `<sheetData><row r="1"><c r="A1" t="str"><v>Job</v></c></row>
    <row r="2"><c r="A2" t="str"><v>Fitter</v></c></row>
    <row r="3"><c r="A3" t="str"><f>HYPERLINK("https://formula.example/1","Go")</f><v>Go</v></c></row>
    </sheetData><hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks>`;
  const { cells } = await read(workbookOf({ One: rows }));
  expect(cells).toEqual([
    ["Job", ""],
    ["Fitter", "https://behind.example/job"],
    ["Go", "https://formula.example/1"],
  ]);
});
