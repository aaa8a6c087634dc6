import type Database from "better-sqlite3";
import { shared } from "./process-state.ts";

/** Called after each statement with its text, which holds no values, its begin and duration in ms, and whether it failed. */
export type QueryListener = (text: string, begun: number, ms: number, failed: boolean) => void;

const state = shared<{ listener?: QueryListener; totalMs: number }>("query timing", () => ({
  totalMs: 0,
}));

/** Sets the listener that is called after each statement; there is one at most. */
export function setQueryListener(listener: QueryListener): void {
  state.listener = listener;
}

/**
 * Times a statement or a transaction. A transaction's time is its own: begin, commit and the wait for locks,
 * without the statements inside it.
 */
export function timed<T>(text: string, run: () => T): T {
  const { listener } = state;
  if (!listener) return run();
  const begun = performance.now();
  const before = state.totalMs;
  let failed = true;
  try {
    const result = run();
    failed = false;
    return result;
  } finally {
    const ms = performance.now() - begun - (state.totalMs - before);
    state.totalMs += ms;
    listener(text, begun, ms, failed);
  }
}

/** Times a query to a server, the round trip included. */
export async function timedQuery<T>(text: string, send: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  let failed = true;
  try {
    const result = await send();
    failed = false;
    return result;
  } finally {
    state.listener?.(text, begun, performance.now() - begun, failed);
  }
}

/** Times every statement of a connection. */
export function timeQueries(sqlite: Database.Database): void {
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
