import { shared } from "../../db/process-state.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { Turns } from "../runtime/turns.ts";
import { limited } from "../runtime/work-limit.ts";
import { invalidFile } from "./spreadsheet/spreadsheet.ts";

const sentence = "Many files are being imported at this moment. Try again in a minute.";

/**
 * Imports that are read, planned, written or undone: two at once, since each yields after 15 ms and all of them
 * together hold up everybody else, and since each holds what it has read in memory.
 */
const importTurns = shared(
  "import turns",
  () =>
    new Turns({
      running: 2,
      waiting: 50,
      sentence,
    }),
);

const turnsByUser = shared("import turns by user", () => new Map<number, Turns>());

/** Runs work on an import once it is its turn: one of each person's at a time. Throws an `AppError` where too much waits. */
export async function inImportTurn<Result>(
  { user_id }: Actor,
  work: () => Promise<Result>,
): Promise<Result> {
  const turns = turnsByUser.get(user_id) ?? new Turns({ running: 1, waiting: 20, sentence });
  turnsByUser.set(user_id, turns);
  try {
    return await turns.take(() => importTurns.take(work));
  } finally {
    if (turns.isIdle) turnsByUser.delete(user_id);
  }
}

/** 200,000 rows take a third of it. */
const workLimit = {
  cpuMs: 180_000,
  tooLong: () => invalidFile("Reading this file took too long. Save it as CSV and try again."),
};

/** The same for work that reads a file or plans its rows: it ends after its time, or with the signal. */
export const inLimitedTurn = <Result>(
  actor: Actor,
  work: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> => inImportTurn(actor, () => limited({ ...workLimit, signal }, work));
