import type Database from "better-sqlite3";
import { shared } from "./process-state.ts";

/** Hears of each statement that ran: its text, which holds no values, when it began, and how long it took in ms. */
export type Watcher = (text: string, begun: number, ms: number, failed: boolean) => void;

const state = shared<{ watcher?: Watcher; statementMs: number }>("query timing", () => ({
  statementMs: 0,
}));

/** Names who is told of each statement; one at a time. */
export function watchStatements(watcher: Watcher): void {
  state.watcher = watcher;
}

/** Runs one statement, and tells the watcher of it where there is one. */
function timed<T>(text: string, run: () => T): T {
  const watcher = state.watcher;
  if (!watcher) return run();
  const begun = performance.now();
  let failed = true;
  try {
    const result = run();
    failed = false;
    return result;
  } finally {
    const ms = performance.now() - begun;
    state.statementMs += ms;
    watcher(text, begun, ms, failed);
  }
}

/** Asks a server, and tells the watcher how long that took, the way there and back included. */
export async function timedQuery<T>(text: string, ask: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  let failed = true;
  try {
    const result = await ask();
    failed = false;
    return result;
  } finally {
    state.watcher?.(text, begun, performance.now() - begun, failed);
  }
}

/** Runs a transaction; what its statements did not take is its beginning, its end and the waiting for others. */
export function timedTransaction<T>(run: () => T): T {
  const watcher = state.watcher;
  if (!watcher) return run();
  const begun = performance.now();
  const before = state.statementMs;
  let failed = true;
  try {
    const result = run();
    failed = false;
    return result;
  } finally {
    const within = state.statementMs - before;
    watcher("begin … commit", begun, performance.now() - begun - within, failed);
  }
}

/** Makes every statement of this connection known to the watcher. */
export function timeStatements(sqlite: Database.Database): void {
  const prepare = sqlite.prepare.bind(sqlite);
  const prepareTimed = (text: string) => {
    const statement = prepare(text);
    for (const method of ["run", "get", "all"] as const) {
      const execute = statement[method].bind(statement) as (...values: unknown[]) => unknown;
      Object.defineProperty(statement, method, {
        value: (...values: unknown[]) => timed(text, () => execute(...values)),
      });
    }
    return statement;
  };
  sqlite.prepare = prepareTimed as typeof sqlite.prepare;
}
