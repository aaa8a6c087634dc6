import { openSpreadsheet } from "../imports/spreadsheet/open.ts";
import { invalidFile } from "../imports/spreadsheet/spreadsheet.ts";
import { companyKey } from "../matching/company-key.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import { toWebUrl } from "../urls.ts";

/** Whom a person knows, as LinkedIn's list says. */
export type Connection = {
  name: string;
  company: string;
  company_key: string;
  position: string;
  url: string;
};

/** The most connections of a person; LinkedIn allows 30,000. */
const maxConnections = 30_000;

/** Rows above the headings: LinkedIn puts a note there. */
const maxRowsAbove = 20;

const limits = { name: 128, company: 128, position: 128, url: 2_048 };

const noList = () =>
  invalidFile(
    "This is not LinkedIn’s list of connections. Ask LinkedIn for a copy of your data, and bring its Connections.csv.",
  );

/**
 * The connections of LinkedIn's `Connections.csv` that name a person and a company. Throws `Invalid` with a sentence
 * where the file is none, or has too many.
 */
export async function readConnections(path: string): Promise<Connection[]> {
  const book = await openSpreadsheet(path);
  const yieldIfLong = yieldEvery();
  const found: Connection[] = [];
  let columns: Columns | undefined;
  let above = 0;
  try {
    for await (const { cells } of book.rows(0)) {
      await yieldIfLong();
      if (columns) {
        const connection = connectionOf(cells, columns);
        if (connection) found.push(connection);
        if (found.length > maxConnections)
          throw invalidFile("This list has more than 30,000 connections.");
        continue;
      }
      columns = columnsOf(cells);
      above += 1;
      if (!columns && above > maxRowsAbove) throw noList();
    }
  } finally {
    book.close();
  }
  if (!columns) throw noList();
  return found;
}

const headings = {
  first: "first name",
  last: "last name",
  url: "url",
  company: "company",
  position: "position",
} as const;

type Columns = Record<keyof typeof headings, number>;

function columnsOf(cells: readonly string[]): Columns | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = Object.fromEntries(
    Object.entries(headings).map(([name, heading]) => [name, names.indexOf(heading)]),
  ) as Columns;
  const isList = columns.first >= 0 && columns.last >= 0 && columns.company >= 0;
  return isList ? columns : undefined;
}

function connectionOf(cells: readonly string[], columns: Columns): Connection | undefined {
  const cell = (name: keyof Columns, max: number) =>
    (cells[columns[name]] ?? "").trim().slice(0, max);
  const name = [cell("first", limits.name), cell("last", limits.name)]
    .filter(Boolean)
    .join(" ")
    .slice(0, limits.name);
  const company = cell("company", limits.company);
  const company_key = companyKey(company);
  if (!name || !company_key) return undefined;
  const url = toWebUrl(cell("url", limits.url)) ?? "";
  return { name, company, company_key, position: cell("position", limits.position), url };
}
