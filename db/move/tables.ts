import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { migrateDatabase } from "../migrate.ts";

/** A table to copy, with its primary key. */
export type Table = { name: string; columns: string[]; key: string[] };

/** This version's tables, parents before their children, and the triggers on them. */
export type DatabaseSchema = { tables: Table[]; triggers: { name: string; sql: string }[] };

/** Reads this version's schema from a scratch database, since a server refuses the pragmas that tell it. */
export async function currentSchema(): Promise<DatabaseSchema> {
  const folder = mkdtempSync(join(tmpdir(), "foothold-schema-"));
  try {
    const path = join(folder, "schema.db");
    await migrateDatabase({ driver: "sqlite", path });
    const sqlite = new Database(path, { readonly: true });
    const found = readSchema(sqlite);
    sqlite.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readSchema(sqlite: Database.Database): DatabaseSchema {
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
    .all() as DatabaseSchema["triggers"];
  return { tables, triggers };
}
