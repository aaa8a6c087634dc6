import type Database from "better-sqlite3";

/** So many statements are kept, the latest used: one with its triggers takes 90 KB. */
const most = 100;

type Kept = Pick<Database.Statement, "run" | "all" | "get"> & {
  raw: () => Pick<Database.Statement, "all" | "get">;
};

/**
 * The database with a memory for its statements: what is written in the same words is compiled once. A write
 * compiles the triggers behind it too, which takes longer than to run them.
 */
export function remembering(sqlite: Database.Database): Database.Database {
  const kept = new Map<string, Kept>();
  const prepare = (words: string) => {
    const known = kept.get(words) ?? statement(sqlite, words);
    kept.delete(words);
    kept.set(words, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return known;
  };
  return Object.assign(Object.create(sqlite), { prepare });
}

// Whether rows come as lists is a state of a statement, so each form is one of its own.
function statement(sqlite: Database.Database, words: string): Kept {
  let [rows, lists]: (Database.Statement | undefined)[] = [];
  const plain = () => (rows ??= sqlite.prepare(words));
  const raw = () => (lists ??= sqlite.prepare(words).raw());
  return {
    run: (...values) => plain().run(...values),
    all: (...values) => plain().all(...values),
    get: (...values) => plain().get(...values),
    raw,
  };
}
