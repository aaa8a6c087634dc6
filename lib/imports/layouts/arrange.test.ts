import { expect, test } from "vitest";
import { largestStep } from "../../testing-cost.ts";
import type { Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { brief, planFile, withFile, workbookOf } from "../testing.ts";
import { arrange } from "./arrange.ts";

// Invented lists in the layouts that people use: what becomes of their rows.
const layouts: Record<string, { file: string; rows: string[]; leftOut?: number[] }> = {
  "statuses as titles between the rows, without a column": {
    file: `Company;Position;Date applied;Notes
Applied;;;
Ash Foods;Cook;2025-03-14;met Ann
Elm Books;Editor;2025-04-02;
;;;
Interview;;;
Fir Bank;Analyst;2025-03-20;
Rejected (1);;;
Pine Press;Printer;2025-03-21;`,
    rows: [
      "Ash Foods | Cook | 2025-03-14 | 4",
      "Elm Books | Editor | 2025-04-02 | 4",
      "Fir Bank | Analyst | 2025-03-20 | 1",
      "Pine Press | Printer | 2025-03-21 | 3",
    ],
    leftOut: [2, 6, 8],
  },
  "statuses as titles, in German, beside a column that says more": {
    file: `Firma,Stelle,Status,Beworben am
Absagen,,,
Tanne AG,Köchin,,14.03.2025
Offen,,,
Buche,Koch,Vorstellungsgespräch,03.04.2025`,
    rows: ["Tanne AG | Köchin | 2025-03-14 | 3", "Buche | Koch | 2025-04-03 | 1"],
    leftOut: [2, 4],
  },
  "statuses as titles in the plural, in Spanish": {
    file: `Empresa;Puesto;Fecha de postulación
ENVIADAS;;
Abeto;Cocinera;14/03/2025
RECHAZADAS;;
Olmo;Editor;02/04/2025`,
    rows: ["Abeto | Cocinera | 2025-03-14 | 4", "Olmo | Editor | 2025-04-02 | 3"],
    leftOut: [2, 4],
  },
  "days as titles between the rows": {
    file: `Company,Position,Status
2025-03-14,,
Ash Foods,Cook,Applied
Elm Books,Clerk,Applied
2025-03-15,,
Fir Bank,Maker,Rejected`,
    rows: [
      "Ash Foods | Cook | 2025-03-14 | 4 *",
      "Elm Books | Clerk | 2025-03-14 | 4 *",
      "Fir Bank | Maker | 2025-03-15 | 3 *",
    ],
    leftOut: [2, 5],
  },
  "a legend below": {
    file: `Company,Position,Date Applied,Status
Ash Foods,Cook,2025-03-14,Rejected
,,,
Legend,,,
Green,offer,,`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3"],
    leftOut: [4, 5],
  },
  "records below each other": {
    file: `Firma,Tanne AG
Stelle,Köchin
Beworben am,14.03.2025
Status,Absage

Firma,Eiche
Stelle,Bäcker
Status,beworben`,
    rows: ["Tanne AG | Köchin | 2025-03-14 | 3", "Eiche | Bäcker | - | 4"],
  },
  "records with colons": {
    file: `Company: Ash Foods
Position: Cook
Status: Rejected

Company: Elm Books
Position: Clerk
Status: Applied
`,
    rows: ["Ash Foods | Cook | - | 3", "Elm Books | Clerk | - | 4"],
  },
  "the statuses of lists beside each other above their headings": {
    file: `Rejected,,,Applied,,
Company,Role,,Company,Role,
Ash Foods,Cook,,Elm Books,Clerk,
Fir Bank,Maker,,,,`,
    rows: ["Ash Foods | Cook | - | 3", "Fir Bank | Maker | - | 3"],
  },
  "titles with the headings below each": {
    file: `Status: Applied
Company\tRole\tDate applied
Ash Foods\tCook\t2025-03-14

Status: Rejected
Company\tRole\tDate applied
Pine Press\tPrinter\t2025-03-21`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 4", "Pine Press | Printer | 2025-03-21 | 3"],
    leftOut: [5, 6],
  },
  "a title that may be a company": {
    file: `Entreprise,Poste,Date de candidature,Statut
Refusé,,,
Sapin,Maçon,20/03/2025,
Les grandes,,,
Frêne SA,Cuisinier,14/03/2025,
Entretien,,,
Orme,Vendeur,21/03/2025,`,
    rows: [
      "Sapin | Maçon | 2025-03-20 | 3",
      "Les grandes | - | - | 5 *",
      "Frêne SA | Cuisinier | 2025-03-14 | 4",
      "Orme | Vendeur | 2025-03-21 | 1",
    ],
    leftOut: [2, 6],
  },
  "towns between the rows": {
    file: `Company,Role,Date\n\nBonn\n
Ash Foods,Cook,2025-03-14
Elm Books,Editor,2025-04-02

Kiel

Pine Press,Printer,2025-03-21`,
    rows: [
      "Ash Foods | Cook | 2025-03-14 | 4",
      "Elm Books | Editor | 2025-04-02 | 4",
      "Pine Press | Printer | 2025-03-21 | 4",
    ],
    leftOut: [3, 8],
  },
  "groups above the headings": {
    file: `My search,,,,,,
Job,,Application,,Interview,,
Company,Title,Date,Source,Date,Result,Notes
Ash Foods,Cook,2025-03-14,Indeed,2025-03-20,Rejected,
Elm Books,Editor,2025-04-02,LinkedIn,,Waiting,call`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3", "Elm Books | Editor | 2025-04-02 | 4"],
  },
  "groups above the headings that could be headings": {
    file: `Unternehmen;;;Bewerbung;;Ergebnis
Firma;Stelle;Ort;Datum;Portal;Status
Tanne AG;Köchin;Bonn;14.03.2025;StepStone;Absage
Eiche GmbH;Bäcker;Kiel;02.04.2025;LinkedIn;beworben`,
    rows: ["Tanne AG | Köchin | 2025-03-14 | 3", "Eiche GmbH | Bäcker | 2025-04-02 | 4"],
  },
  "headings in two languages": {
    file: `Company,Position,Date applied,Status
公司,职位,申请日期,状态
Ash Foods,Cook,2025-03-14,Rejected`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3"],
    leftOut: [2],
  },
  "hints below the headings": {
    file: `Company,Position,Date Applied,Response
(required),(required),MM/DD/YYYY,Y/N
Ash Foods,Cook,03/14/2025,Rejected`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3"],
    leftOut: [2],
  },
  "days as headings": {
    file: `Total;14.03.2025;15.03.2025;16.03.2025
4;1. Tanne AG;1. Eiche;1. Buche
;2. Linde;;`,
    rows: [
      "Tanne AG | - | 2025-03-14 | 4 *",
      "Eiche | - | 2025-03-15 | 4 *",
      "Buche | - | 2025-03-16 | 4 *",
      "Linde | - | 2025-03-14 | 4 *",
    ],
  },
  "days as headings, week below week": {
    file: `Mar 14 2025\tMar 15 2025
Ash Foods\tElm Books
Mar 21 2025\tMar 22 2025
Fir Bank\t`,
    rows: [
      "Ash Foods | - | 2025-03-14 | 4 *",
      "Elm Books | - | 2025-03-15 | 4 *",
      "Fir Bank | - | 2025-03-21 | 4 *",
    ],
  },
  "statuses as headings, as on a board": {
    file: `To apply,Applied,Interview,Rejected
Ash Foods,Elm Books,Fir Bank,Pine Press
Oak Dairy,,,Birch Co`,
    rows: [
      "Ash Foods | - | - | 5 *",
      "Elm Books | - | - | 4 *",
      "Fir Bank | - | - | 1 *",
      "Pine Press | - | - | 3 *",
      "Oak Dairy | - | - | 5 *",
      "Birch Co | - | - | 3 *",
    ],
  },
  "a table on its side": {
    file: `;Bewerbung 1;Bewerbung 2
Firma;Tanne AG;Eiche
Stelle;Köchin;Bäcker
Beworben am;14.03.2025;02.04.2025
Status;Absage;beworben`,
    rows: ["Tanne AG | Köchin | 2025-03-14 | 3", "Eiche | Bäcker | 2025-04-02 | 4"],
  },
  "a tally of stages, with its sums": {
    file: `Name,Applied,No answer,Rejected,Interview
Ash Foods,1,0,1,0
Elm Books,1,1,0,0
Fir Bank,1,0,0,1
Total,3,1,1,1`,
    rows: ["Ash Foods | - | - | 3", "Elm Books | - | - | 4", "Fir Bank | - | - | 1"],
    leftOut: [5],
  },
  "comment lines": {
    file: `# exported, by, a, tool
Company,Position,Date applied,Status
# first batch
Ash Foods,Cook,2025-03-14,Rejected
#Old Corp,Clerk,2025-01-01,Applied
C# Foods,Editor,2025-04-02,Applied`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3", "C# Foods | Editor | 2025-04-02 | 4"],
    leftOut: [3, 5],
  },
  "headings in a comment line": {
    file: `# tool v1\n#Company;Position;Date applied;Status
Ash Foods;Cook;2025-03-14;Rejected`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3"],
  },
  "numbers with the sign of comments": {
    file: `#,Company,Position,Date applied,Status
#1,Ash Foods,Cook,2025-03-14,Rejected`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3"],
  },
  "a summary above and totals below": {
    file: `Job hunt,,,
Total applications,2,,
Rejected,1,,

Company,Position,Date Applied,Status
Ash Foods,Cook,2025-03-14,Rejected
Elm Books,Editor,2025-04-02,Applied

Total applications,2,,
Applied,1,,
2 jobs,,,`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3", "Elm Books | Editor | 2025-04-02 | 4"],
    leftOut: [9, 10, 11],
  },
  "totals in Russian": {
    file: `Компания;Должность;Дата отклика;Статус
Сосна;Повар;14.03.2025;Отказ
;;;
Итого;1;;
Всего отказов;1;;`,
    rows: ["Сосна | Повар | 2025-03-14 | 3"],
    leftOut: [4, 5],
  },
  "a summary and a list of contacts below": {
    file: `Firma;Stelle;Datum;Status
Tanne AG;Köchin;14.03.2025;Absage

Status;Anzahl
Absage;1

Kontakte
Name;E-Mail;Telefon
Anna Ast;anna@tanne.example;0228 1`,
    rows: ["Tanne AG | Köchin | 2025-03-14 | 3"],
    leftOut: [4, 5, 7, 8, 9],
  },
  "a second list below, with its columns in another order": {
    file: `Company,Position,Date Applied,Status
Ash Foods,Cook,2025-03-14,Rejected
,,,
Saved,,,
Link,Company,Notes,
https://fir.example/1,Fir Bank,nice,`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3", "Fir Bank | - | - | 5"],
    leftOut: [4, 5],
  },
  "a summary beside": {
    file: `Company,Position,Date Applied,Status,,Status,Count
Ash Foods,Cook,2025-03-14,Rejected,,Applied,3
Elm Books,Editor,2025-04-02,Applied,,Rejected,1
Fir Bank,Clerk,2025-04-03,Applied,,,
Yew Ltd,Clerk,2025-04-04,Applied,,,`,
    rows: [
      "Ash Foods | Cook | 2025-03-14 | 3",
      "Elm Books | Editor | 2025-04-02 | 4",
      "Fir Bank | Clerk | 2025-04-03 | 4",
      "Yew Ltd | Clerk | 2025-04-04 | 4",
    ],
  },
  "an empty column that is only there for looks": {
    file: `Company,Position,,Date Applied,,Status
Ash Foods,Cook,,2025-03-14,,Rejected`,
    rows: ["Ash Foods | Cook | 2025-03-14 | 3"],
  },
};

test.each(Object.entries(layouts))("reads %s", async (_, { file, rows, leftOut = [] }) => {
  const plan = await withFile(file, planFile);
  expect(brief(plan.rows)).toEqual(rows);
  const skipped = plan.rows.filter(({ verdict }) => verdict === "skipped");
  expect(skipped.map(({ number }) => number)).toEqual(leftOut);
});

test.each([
  [
    "days as headings with statuses below",
    "Company,2025-03-14,2025-03-20\nAsh Foods,Applied,Rejected\nElm Books,Applied,\n",
    /days as headings.*one row for each application/,
  ],
  [
    "counts without names",
    "Woche;Bewerbungen;Absagen\nKW 12;5;2\nKW 13;8;1\nSumme;13;3\n",
    /holds counts \(Woche, Bewerbungen, Absagen\).*Bring the list/,
  ],
])("refuses %s, and says what to do", async (_, file, sentence) => {
  await expect(withFile(file, planFile)).rejects.toThrow(sentence);
});

test("names the columns of a summary that was left out", async () => {
  const file = layouts["a summary beside"]?.file ?? "";
  const { book } = await withFile(file, planFile);
  expect(book.notes?.(0)).toEqual(["Columns F to G are a summary, and were left out."]);
});

test.each([
  [
    "Company,Position,,Company,Position\nAsh,Cook,,Elm,Clerk\nFir,Maker,,Yew,Driver\n",
    "(columns D to E)",
  ],
  [
    "Company;Date;Company;Date\nAsh;2025-03-14;Elm;2025-03-15\nFir;2025-03-16;;\n",
    "(columns C to D)",
  ],
])("gives each of two lists beside each other as a sheet to choose", async (file, second) => {
  const { book, rows } = await withFile(file, planFile);
  expect(book.sheets.map(({ name }) => name)).toEqual(["", second]);
  expect(rows.map(({ draft }) => draft?.company_name)).toEqual(["Ash", "Fir"]);
});

const cell = (ref: string, value: string) => `<c r="${ref}" t="str"><v>${value}</v></c>`;
const row = (number: number, values: string[], attributes = "") =>
  `<row r="${number}" ${attributes}>${values
    .map((value, at) => (value ? cell(`${"ABCDEF"[at]}${number}`, value) : ""))
    .join("")}</row>`;

test("reads merged groups of headings, merged titles and a hidden column of a workbook", async () => {
  const rows = [
    row(1, ["Applications 2025"]),
    row(2, ["Employer", "", "Application", "", "Outcome"]),
    row(3, ["Company", "Position", "Date", "Pay", "Status"]),
    row(4, ["Applied"]),
    row(5, ["Ash Foods", "Cook", "2025-03-14", "$20"]),
    row(6, ["", "Baker", "2025-03-15", "$21"]),
    row(7, ["Rejected"]),
    row(8, ["Elm Books", "Editor", "2025-04-02", "$22"]),
  ].join("");
  const merges = ["A1:E1", "A2:B2", "C2:D2", "A4:E4", "A5:A6", "A7:E7"];
  const sheet = `<cols><col min="4" max="4" hidden="1"/></cols><sheetData>${rows}</sheetData>
    <mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  const plan = await withFile(workbookOf({ One: sheet }), planFile);
  expect(brief(plan.rows)).toEqual([
    "Ash Foods | Cook | 2025-03-14 | 4",
    "Ash Foods | Baker | 2025-03-15 | 4",
    "Elm Books | Editor | 2025-04-02 | 3",
  ]);
  expect(plan.table.headings[3]).toBe("Pay (hidden)");
  expect(plan.rows.at(-1)?.draft?.pay_range).toBe("$22");
});

test("imports hidden rows only where the person says so", async () => {
  const rows = [
    row(1, ["Company", "Position", "Status"]),
    row(2, ["Ash Foods", "Cook", "Applied"]),
    row(3, ["Old Corp", "Clerk", "Rejected"], 'hidden="1"'),
  ].join("");
  const plan = await withFile(workbookOf({ One: `<sheetData>${rows}</sheetData>` }), planFile);
  expect(plan.rows.map(({ verdict, reasons }) => [verdict, ...reasons])).toEqual([
    ["new"],
    ["attention", "It is hidden in the spreadsheet."],
  ]);
});

test("passes over a sheet that is no list where another one is", async () => {
  const counts = `<sheetData>${row(1, ["Week", "Applications"])}${row(2, ["1", "5"])}${row(3, ["2", "7"])}</sheetData>`;
  const list = `<sheetData>${row(1, ["Company", "Status"])}${row(2, ["Ash Foods", "Applied"])}</sheetData>`;
  const plan = await withFile(workbookOf({ Counts: counts, List: list }), planFile);
  expect([plan.table.name, ...brief(plan.rows)]).toEqual(["List", "Ash Foods | - | - | 4"]);
});

test("a sheet of hundreds of columns leaves turns to others while it is understood", async () => {
  const width = 490;
  const rowOf = (number: number) => ({
    number,
    cells: Array.from({ length: width }, (_, at) =>
      number === 1 ? `H${at}` : `${number} ${at} words`,
    ),
  });
  let [isRead, turns] = [false, 0];
  const sheet: Spreadsheet = {
    kind: "text",
    encoding: "utf-8",
    encodingGuessed: false,
    delimiter: ",",
    sheets: [{ name: "", hidden: false }],
    async *rows() {
      for (let number = 1; number <= 61; number += 1) yield rowOf(number);
      isRead = true;
    },
    hiddenColumns: () => new Set(),
    close: () => {},
  };
  await largestStep(arrange(sheet), async () => {
    if (isRead) turns += 1;
    return 0;
  });
  expect(turns).toBeGreaterThan(3);
});
