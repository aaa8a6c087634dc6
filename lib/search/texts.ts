import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { type KindName, kindOf } from "../kinds.ts";
import { searchedTexts, type Texts, textsOf } from "./documents.ts";

type Row = Record<string, unknown> & { id: number };

/**
 * The searchable texts of rows by id, without the trash. The caller must have checked the owner.
 */
export async function readTexts(kind: KindName, ids: number[]): Promise<Map<number, Texts>> {
  if (ids.length === 0) return new Map();
  const { names, rest } = searchedTexts(kind);
  const joined = kindOf(kind).search.joined ?? {};
  const columns = [...names, ...rest].map((name) =>
    joined[name]
      ? sql`${joined[name].value} as ${sql.identifier(name)}`
      : sql`t.${sql.identifier(name)}`,
  );
  const rows = await getDb().all<Row>(sql`select ${sql.join([sql`t.id`, ...columns], sql`, `)}
    from ${sql.identifier(kind)} t
    where t.id in (select value from json_each(${JSON.stringify(ids)})) and t.deleted_at is null`);
  return new Map(rows.map((row) => [row.id, textsOf(kind, row)]));
}
