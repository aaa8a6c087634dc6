import { sql } from "drizzle-orm";
import { closeDb, getDb } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { user } from "../db/schema.ts";
import { sealKey, sessionCookie } from "../lib/auth/cookie.ts";
import { issuePair } from "../lib/auth/refresh.ts";
import { openSession } from "../lib/auth/sessions.ts";

/** Fills the database at `DATABASE_URL` with one person and their postings, the same every time. */
export async function seed(postings: number): Promise<{ token: string; cookie: string }> {
  await migrateDatabase();
  const db = getDb();
  await db.insert(user).values({ username: "bench", password: "-", time_zone: "Europe/Berlin" });
  await db.run(sql`insert into job_site (user_id, site_name) values (1, 'Board')`);
  await db.run(sql`insert into job_posting (user_id, job_site_id, company_name, posting_title,
      posting_status, applied_at, rejected_at, job_description)
    with recursive series(n) as (select 1 union all select n + 1 from series where n < ${postings})
    select 1, 1, 'Company ' || n, 'Backend developer ' || n,
      case when n % 3 = 0 then '3 - Rejected' else '4 - No Response' end,
      strftime('%Y-%m-%dT%H:%M:%S.000000Z', 1700000000 + n * 900, 'unixepoch'),
      case when n % 3 = 0 then '2024-05-05T17:00:00.000000Z' end, ${"<p>Words.</p>".repeat(80)}
    from series`);
  const { access } = await issuePair(1, {});
  const cookie = `${sessionCookie().name}=${await sealKey(await openSession(1, { user_agent: "bench" }))}`;
  closeDb();
  return { token: access, cookie };
}
