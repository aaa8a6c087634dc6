import { AsyncLocalStorage } from "node:async_hooks";
import type Database from "better-sqlite3";
import { timed } from "../query-timing.ts";

type Write = {
  run: () => unknown[];
  resolve: (results: unknown[]) => void;
  reject: (error: unknown) => void;
};

/** Limits, so that the first write of a group does not wait long for the last, nor anybody for the group. */
const maxWrites = 100;
const maxMs = 15;

/**
 * Group commit: the writes of one turn of the event loop share a transaction, and so one fsync. A savepoint makes
 * each all or nothing by itself; each sees those before it and resolves once all are committed.
 */
export function groupCommit(sqlite: Database.Database) {
  const [savepoint, release, undo] = ["savepoint", "release", "rollback to"].map((command) =>
    sqlite.prepare(`${command} one_of_group`),
  ) as [Database.Statement, Database.Statement, Database.Statement];

  const runAll = sqlite.transaction((writes: readonly Write[]) => {
    const [first] = writes;
    if (first && writes.length === 1) {
      const results = first.run();
      return [() => first.resolve(results)];
    }
    const settled: (() => void)[] = [];
    const begun = performance.now();
    for (const write of writes) {
      // The others' turn comes with the next transaction.
      if (settled.length > 0 && performance.now() - begun > maxMs) break;
      savepoint.run();
      let settle: () => void;
      try {
        const results = write.run();
        settle = () => write.resolve(results);
      } catch (error) {
        // An error such as a full disk rolls back the whole transaction, the other writes included.
        if (!sqlite.inTransaction) throw error;
        undo.run();
        settle = () => write.reject(error);
      }
      release.run();
      settled.push(settle);
    }
    return settled;
  });

  let queue: Write[] = [];
  const flush = () => {
    const writes = queue;
    queue = [];
    if (writes.length === 0) return;
    let settled: (() => void)[];
    try {
      settled = timed("begin … commit", () => runAll.immediate(writes));
    } catch (error) {
      // Nothing was written, whichever write failed.
      for (const { reject } of writes) reject(error);
      return;
    }
    const left = writes.slice(settled.length);
    if (left.length > 0) {
      if (queue.length === 0) setImmediate(flush);
      queue = [...left, ...queue];
    }
    for (const settle of settled) settle();
  };

  return {
    /** Queues a write for the next commit; resolves with its results once they are on the disk. */
    write: (run: () => unknown[]) =>
      new Promise<unknown[]>((resolve, reject) => {
        if (queue.length >= maxWrites) flush();
        if (queue.length === 0) setImmediate(flush);
        // Statements are timed for the request that sent them, not for the one that flushes.
        const inContext = AsyncLocalStorage.snapshot();
        queue.push({ run: () => inContext(run), resolve, reject });
      }),
    /** Commits the queued writes at once. */
    flush: () => {
      while (queue.length > 0) flush();
    },
  };
}
