import { sql } from "drizzle-orm";
import { readerVersion } from "../reports/pay/read.ts";

/**
 * SQL for the most that a posting says it pays, a year and in whole units of its own currency; null where it says
 * nothing, or its text was not read yet (lib/reports/pay/readings.ts).
 */
export const payOfPosting = sql`(select coalesce(reading.high, reading.low) from pay_reading reading
  where reading.user_id = job_posting.user_id and reading.pay_range = job_posting.pay_range
    and reading.version = ${readerVersion})`;
