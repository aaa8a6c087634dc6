import { AsyncLocalStorage } from "node:async_hooks";
import type Database from "better-sqlite3";
import { timed } from "../query-timing.ts";

type Write = {
  run: () => unknown[];
  resolve: (results: unknown[]) => void;
  reject: (error: unknown) => void;
};

/** A limit, so that the first write of a group does not wait long for the last. */
const maxWrites = 100;

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
    return writes.map((write) => {
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
      return settle;
    });
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
    flush,
  };
}
