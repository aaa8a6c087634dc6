import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Choices } from "../plan/choices.ts";
import { chosenStatus } from "../plan/chosen-statuses.ts";
import type { OwnedBatch } from "../queries.ts";
import type { Outcome } from "../schema.ts";
import { normalizeSpaces, wordKey } from "../vocabulary/fold.ts";

/** Rows per query: bounds how long other requests wait. */
const rowsAtOnce = 1000;
const maxFound = 2000;
const maxShown = 80;
const maxWordLength = 200;

/**
 * What became of each word for the status: the posting status, in how many of a draft's rows, and the first of
 * them. Merged rows (phases) and mails have no one word each, so there are none.
 */
export async function outcomesOf(batchId: number, { columns, kind }: Choices): Promise<Outcome[]> {
  const at = columns.flatMap((target, index) => (target === "posting_status" ? [index] : []));
  if (at.length === 0 || kind === "phases" || kind === "mailbox") return [];
  const found = new Map<string, Outcome>();
  for (let last = 0; ; ) {
    const rows = await wordsAfter(batchId, at, last);
    for (const { row, status, cells } of rows) {
      for (const word of wordsIn(JSON.parse(cells))) addOutcome(found, { word, status, row });
    }
    if (rows.length < rowsAtOnce) break;
    last = rows.at(-1)?.row ?? 0;
    await setImmediate();
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows).slice(0, maxShown);
}

type WordRow = { row: number; status: string; cells: string };

const wordsAfter = (batchId: number, at: number[], last: number) =>
  getDb().all<WordRow>(sql`select row_number as row, posting ->> '$.posting_status' as status,
      json_array(${sql.join(
        at.map((index) => sql`substr(cells ->> ${`$[${index}]`}, 1, ${maxWordLength})`),
        sql`, `,
      )}) as cells
    from import_row
    where batch_id = ${batchId} and row_number > ${last} and posting is not null
    order by row_number limit ${rowsAtOnce}`);

/** The outcomes of a batch; where there are none, what its words mean. */
export function outcomesOrWords({ detected, choices }: OwnedBatch): Outcome[] {
  if (detected.outcomes?.length) return detected.outcomes;
  return detected.words.map(({ word, count, status }) => ({
    word,
    status: chosenStatus(choices.statuses, word) ?? status,
    rows: count,
    row: 0,
  }));
}

/** The row's words for its status, each once; "" where it has none. */
function wordsIn(cells: (string | null)[]): Set<string> {
  const words = cells.map((cell) => normalizeSpaces(cell ?? "")).filter(Boolean);
  return new Set(words.length > 0 ? words : [""]);
}

function addOutcome(found: Map<string, Outcome>, { word, status, row }: Omit<Outcome, "rows">) {
  const key = `${status}\n${wordKey(word)}`;
  const known = found.get(key);
  if (known) known.rows += 1;
  else if (found.size < maxFound) found.set(key, { word, status, rows: 1, row });
}
