import { type Db, getDb } from "./client.ts";

/** A query that is prepared once per open database: `make` builds it with `sql.placeholder` for what varies. */
export function prepared<T>(make: (db: Db) => T): () => T {
  const made = new WeakMap<Db, T>();
  return () => {
    const db = getDb();
    let query = made.get(db);
    if (query === undefined) {
      query = make(db);
      made.set(db, query);
    }
    return query;
  };
}
