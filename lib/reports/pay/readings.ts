import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { cachedReport } from "../cached-report.ts";
import { reportRows } from "../report-rows.ts";
import { readerVersion, readPay } from "./read.ts";

const batchSize = 500;

/** The same as `readAllPay`, once after a write: for what is asked for again and again. */
export const readNewPay = cachedReport(async (actor) => ({ read: await readAllPay(actor) }));

/**
 * Parses the actor's pay texts that this parser's version has not read and stores the results, in batches
 * to bound memory. Gives the number of texts parsed.
 */
export async function readAllPay(actor: Actor): Promise<number> {
  let [after, read] = [0, 0];
  for (;;) {
    const rows = await reportRows<{ id: number; pay_range: string; known: number | null }>(sql`
      select f.job_posting_id as id, f.pay_range, r.version as known
      from posting_fact f left join pay_reading r on r.user_id = f.user_id
        and r.pay_range = f.pay_range and r.version = ${readerVersion}
      where f.user_id = ${actor.user_id} and f.job_posting_id > ${after}
      order by f.job_posting_id limit ${batchSize}`);
    const texts = new Set(
      rows.flatMap(({ pay_range, known }) => (pay_range && known === null ? [pay_range] : [])),
    );
    if (texts.size > 0) await saveReadings(actor, [...texts]);
    read += texts.size;
    after = rows.at(-1)?.id ?? 0;
    if (rows.length < batchSize) return read;
  }
}

async function saveReadings(actor: Actor, texts: string[]): Promise<void> {
  const readings = texts.map((text) => {
    const pay = readPay(text);
    return [text, pay?.currency ?? null, pay?.period ?? null, pay?.low ?? null, pay?.high ?? null];
  });
  const value = (at: number) => sql`json_extract(one.value, ${`$[${at}]`})`;
  await getDb().run(sql`
    insert into pay_reading (user_id, pay_range, version, currency, period, low, high)
    select ${actor.user_id}, ${value(0)}, ${readerVersion}, ${value(1)}, ${value(2)}, ${value(3)},
      ${value(4)}
    from json_each(${JSON.stringify(readings)}) as one where true
    on conflict (user_id, pay_range) do update set version = excluded.version,
      currency = excluded.currency, period = excluded.period, low = excluded.low,
      high = excluded.high`);
}
