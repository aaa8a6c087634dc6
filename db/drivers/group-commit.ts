import { AsyncLocalStorage } from "node:async_hooks";
import type Database from "better-sqlite3";
import { timed } from "../query-timing.ts";

type Write = {
  run: () => unknown[];
  resolve: (results: unknown[]) => void;
  reject: (error: unknown) => void;
};

/** So many share a commit at most: none waits long for those before it. */
const most = 100;

/**
 * Lets the writes that are asked for in one turn of the event loop share one transaction, and so one wait for the
 * disk. Each is all or nothing by itself, sees those before it, and is answered once all are committed.
 */
export function grouped(sqlite: Database.Database) {
  const [savepoint, release, undo] = ["savepoint", "release", "rollback to"].map((words) =>
    sqlite.prepare(`${words} one_of_group`),
  ) as [Database.Statement, Database.Statement, Database.Statement];

  const runAll = sqlite.transaction((writes: readonly Write[]) => {
    const [first] = writes;
    if (first && writes.length === 1) return [answerOf(first, first.run())];
    return writes.map((write) => {
      savepoint.run();
      let answer: () => void;
      try {
        answer = answerOf(write, write.run());
      } catch (error) {
        // A full disk, say, ends the transaction as a whole, and with it what the others wrote.
        if (!sqlite.inTransaction) throw error;
        undo.run();
        answer = () => write.reject(error);
      }
      release.run();
      return answer;
    });
  });

  let waiting: Write[] = [];
  const flush = () => {
    const writes = waiting;
    waiting = [];
    if (writes.length === 0) return;
    let answers: (() => void)[];
    try {
      answers = timed("begin … commit", () => runAll.immediate(writes));
    } catch (error) {
      // Nothing was written, whoever's fault it was.
      answers = writes.map(
        ({ reject }) =>
          () =>
            reject(error),
      );
    }
    for (const answer of answers) answer();
  };

  return {
    /** Runs it with the others; done once it is on the disk. */
    write: (run: () => unknown[]) =>
      new Promise<unknown[]>((resolve, reject) => {
        if (waiting.length >= most) flush();
        if (waiting.length === 0) setImmediate(flush);
        // What is noted of each one's statements belongs to its own request.
        const within = AsyncLocalStorage.snapshot();
        waiting.push({ run: () => within(run), resolve, reject });
      }),
    /** Commits at once what still waits. */
    flush,
  };
}

const answerOf =
  ({ resolve }: Write, results: unknown[]) =>
  () =>
    resolve(results);
