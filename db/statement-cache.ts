import type Database from "better-sqlite3";

/** One with its triggers takes 90 KB. */
const maxStatements = 100;

type CachedStatement = Pick<Database.Statement, "run" | "all" | "get"> & {
  raw: () => Pick<Database.Statement, "all" | "get">;
};

/**
 * The database with an LRU cache of compiled statements, keyed by SQL text. Compiling a write takes longer than
 * running it, since SQLite compiles the triggers behind it too.
 */
export function withStatementCache(sqlite: Database.Database): Database.Database {
  const cache = new Map<string, CachedStatement>();
  const prepare = (text: string) => {
    const cached = cache.get(text) ?? statement(sqlite, text);
    cache.delete(text);
    cache.set(text, cached);
    for (const oldest of cache.keys()) {
      if (cache.size <= maxStatements) break;
      cache.delete(oldest);
    }
    return cached;
  };
  return Object.assign(Object.create(sqlite), { prepare });
}

// raw() changes a statement for good, so rows as objects and rows as arrays come from two statements.
function statement(sqlite: Database.Database, text: string): CachedStatement {
  let [objects, arrays]: (Database.Statement | undefined)[] = [];
  const plain = () => (objects ??= sqlite.prepare(text));
  const raw = () => (arrays ??= sqlite.prepare(text).raw());
  return {
    run: (...values) => plain().run(...values),
    all: (...values) => plain().all(...values),
    get: (...values) => plain().get(...values),
    raw,
  };
}
