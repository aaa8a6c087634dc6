import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { migrateDatabase } from "../migrate.ts";

/** A table as it is copied: in the order of its key, a piece at a time. */
export type Table = { name: string; columns: string[]; key: string[] };

/** The tables of this version and the triggers on them, parents before their children. */
export type Shape = { tables: Table[]; triggers: { name: string; sql: string }[] };

/** Found in a scratch database, since a server need not tell such things. Indexes for searching are made anew. */
export async function currentShape(): Promise<Shape> {
  const folder = mkdtempSync(join(tmpdir(), "foothold-shape-"));
  try {
    const path = join(folder, "shape.db");
    await migrateDatabase({ driver: "sqlite", path });
    const sqlite = new Database(path, { readonly: true });
    const found = shapeOf(sqlite);
    sqlite.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shapeOf(sqlite: Database.Database): Shape {
  const names = sqlite
    .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table'
      and name not like 'sqlite\\_%' escape '\\' and name <> '__drizzle_migrations' order by name`)
    .pluck()
    .all() as string[];
  const parents = sqlite
    .prepare(`select distinct "table" from pragma_foreign_key_list(?) where "table" <> ?`)
    .pluck();
  const ordered: string[] = [];
  const add = (name: string) => {
    if (ordered.includes(name)) return;
    for (const parent of parents.all(name, name) as string[]) add(parent);
    ordered.push(name);
  };
  names.forEach(add);
  const info = sqlite.prepare("select name, pk from pragma_table_info(?) order by cid");
  const tables = ordered.map((name) => {
    const columns = info.all(name) as { name: string; pk: number }[];
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return { name, columns: columns.map((column) => column.name), key: key.map((k) => k.name) };
  });
  const triggers = sqlite
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all() as Shape["triggers"];
  return { tables, triggers };
}
