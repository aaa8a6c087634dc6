import type { Actor } from "../accounts/auth/actor.ts";
import { chosenStatus } from "./plan/chosen-statuses.ts";
import { countRows, getBatch } from "./queries.ts";
import { batchInList } from "./representations.ts";
import { reasonCounts } from "./staging/review.ts";

/** An import as the API shows it: how its file is read, what is asked, and what would become of its rows. */
export async function batchResponse(actor: Actor, id: number) {
  const batch = await getBatch(actor, id);
  const { detected, choices } = batch;
  return {
    ...batchInList.one(batch, actor.time_zone),
    sheet: detected.sheet,
    encoding: detected.encoding,
    notes: detected.notes ?? [],
    order: choices.order,
    columns: detected.columns.map((column, at) => ({
      ...column,
      target: choices.columns[at] ?? "",
    })),
    words: detected.words.map(({ word, count, status }) => ({
      word,
      count,
      status: chosenStatus(choices.statuses, word) ?? status,
    })),
    questions: detected.questions ?? [],
    reasons: await reasonCounts(batch),
    rows: await countRows(batch),
  };
}
