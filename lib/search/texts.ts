import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { columnsOf, type Kind, type Texts, textsOf } from "./documents.ts";

type Row = Record<string, unknown> & { id: number };

/**
 * The plain texts of rows by their ids, without those in the trash. Whoever calls has made sure whose they are.
 */
export async function readTexts(kind: Kind, ids: number[]): Promise<Map<number, Texts>> {
  if (ids.length === 0) return new Map();
  const columns = columnsOf(kind).map((name) => sql`t.${sql.identifier(name)}`);
  const site =
    kind === "job_posting"
      ? [sql`(select site_name from job_site where id = t.job_site_id) as site_name`]
      : [];
  const rows =
    await getDb().all<Row>(sql`select ${sql.join([sql`t.id`, ...columns, ...site], sql`, `)}
    from ${sql.identifier(kind)} t
    where t.id in (select value from json_each(${JSON.stringify(ids)})) and t.deleted_at is null`);
  return new Map(rows.map((row) => [row.id, textsOf(kind, row)]));
}
