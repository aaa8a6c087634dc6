import { formatInstant, localDay, now } from "../../dates.ts";
import type { Table } from "../columns/table.ts";
import type { SheetRow, Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { fold, foldName } from "../vocabulary/fold.ts";
import type { Choices } from "./choices.ts";
import type { PlannedRow } from "./draft.ts";
import { Layout } from "./layout.ts";
import { mergePhases } from "./phases.ts";
import { type PlanContext, planRow } from "./row.ts";
import { urlKey } from "./site.ts";

/** The context shared by all row plans of a file. */
export function planContext(
  headings: readonly string[],
  choices: Choices,
  zone: string,
  file_name: string,
): PlanContext {
  const moment = formatInstant(now(), zone);
  return { layout: new Layout(headings, choices.columns), choices, zone, file_name, moment };
}

/** Plans a table's rows in sheet order. */
export async function* planRows(
  rows: AsyncIterable<SheetRow>,
  context: PlanContext,
): AsyncGenerator<PlannedRow> {
  const { layout, choices, zone } = context;
  const duplicates = new DuplicateFinder(zone);
  const filled = choices.kind === "phases" ? mergePhases(withCells(rows), layout) : rows;
  for await (const row of filled) {
    const planned = planRow(row, context);
    if (choices.kind === "mailbox") duplicates.skipFurtherMail(planned);
    else duplicates.check(planned);
    yield planned;
  }
}

async function* withCells(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const row of rows) if (row.cells.length > 0) yield row;
}

/** The filled rows below a table's header, and those that were left out with a remark. */
export async function* tableRows(book: Spreadsheet, table: Table): AsyncGenerator<SheetRow> {
  for await (const row of book.rows(table.sheet)) {
    const isSaid = row.cells.some((cell) => cell.trim() !== "") || row.remark;
    if (row.number > table.row && isSaid) yield row;
  }
}

/**
 * Duplicate detection within a file: same company, title and day with no conflicting URL or location; without
 * a date, same company, title and URL. Both rows stay, the later one needs attention.
 */
class DuplicateFinder {
  readonly #zone: string;
  readonly #seen = new Map<string, { number: number; url: string; place: string }[]>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** In a mailbox, skips all but the first message about a company. */
  skipFurtherMail(row: PlannedRow): void {
    const company = foldName(row.draft?.company_name ?? "");
    if (company === "") return;
    const [first] = this.#seen.get(company) ?? [];
    if (!first) this.#seen.set(company, [{ number: row.number, url: "", place: "" }]);
    if (!first) return;
    row.verdict = "skipped";
    row.reasons = [`A further mail about the application of row ${first.number}`];
    row.draft = null;
  }

  check(row: PlannedRow): void {
    const { draft } = row;
    if (!draft) return;
    const { company_name, posting_title, applied_at, posting_url_full } = draft;
    if (!company_name || !posting_title) return;
    const url = urlKey(posting_url_full);
    if (!applied_at && !url) return;
    const day = applied_at ? localDay(applied_at, this.#zone) : "";
    const key = `${foldName(company_name)}\n${foldName(posting_title)}\n${day}`;
    const before = this.#seen.get(key) ?? [];
    const place = fold(draft.location_city);
    const agree = (a: string, b: string) => a === "" || b === "" || a === b;
    const same = before.find(
      (other) => (day ? agree(url, other.url) : url === other.url) && agree(place, other.place),
    );
    if (before.length < 50) this.#seen.set(key, [...before, { number: row.number, url, place }]);
    if (!same) return;
    row.reasons.push(`It says the same as row ${same.number}, maybe a duplicate.`);
    row.verdict = "attention";
  }
}
