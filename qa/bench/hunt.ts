// Fills a scratch database with one person's 100,000 postings and 400,000 events, the same every time.
// Usage: DATABASE_URL=file:/tmp/x.db node --conditions=react-server qa/bench/hunt.ts [postings]
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { migrateDatabase } from "../../db/migrate.ts";
import { user } from "../../db/schema/accounts.ts";

const postings = Number(process.argv[2] || 100_000);
await migrateDatabase();
const db = getDb();
const [person] = await db
  .insert(user)
  .values({ username: "bench", password: "-", time_zone: "America/Los_Angeles" })
  .returning({ id: user.id });
if (!person) throw new Error("The bench's person was not written.");

// A number from 0 to 999 that depends on n and salt alone.
const roll = (salt: number) => sql`((n * 7919 + ${salt} * 104729 + (n * n) % 1009) % 1000)`;
const at = (seconds: ReturnType<typeof sql>) =>
  sql`strftime('%Y-%m-%dT%H:%M:%S.000000Z', 1700000000 + ${seconds}, 'unixepoch')`;
const applied = sql`n * 900 + ${roll(1)} * 60`;
const series = sql`with recursive series(n) as
  (select 1 union all select n + 1 from series where n < ${postings})`;

// Some twenty thousand texts, of four currencies and of none, with some that say nothing.
const payText = sql`case (n * 7) % 10
  when 0 then '' when 1 then 'Competitive, ' || (n % 40) || ' benefits'
  when 2 then '€' || (40 + n % 47) || '.000 bis ' || (95 + n % 41) || '.000 € p.a.'
  when 3 then '£' || (300 + n % 397) || ' per day'
  when 4 then 'CHF ' || (90 + n % 59) || '’000'
  when 5 then '$' || (20 + n % 61) || '.' || (10 + n % 89) || '/hr'
  when 6 then 'up to ' || (60 + n % 97) || 'k'
  else '$' || (50 + n % 79) || ',' || (100 + n % 887) || ' - $' || (140 + n % 61) || 'k' end`;

const began = performance.now();
await db.run(sql`begin`);
await db.run(sql`insert into job_site (id, user_id, site_name)
  with recursive series(n) as (select 1 union all select n + 1 from series where n < 12)
  select n, ${person.id}, 'Board ' || n from series`);
await db.run(sql`insert into job_posting (id, user_id, job_site_id, company_name, posting_title,
    posting_status, posting_url_domain, pay_range, location_type, employment_type, applied_at,
    rejected_at, outreach_info, time_spent, job_description, created_at)
  ${series} select n, ${person.id}, 1 + ${roll(2)} % 12, 'Company ' || (n % 5000),
    case ${roll(3)} % 4 when 0 then 'Senior ' when 1 then 'Junior ' else '' end
      || case ${roll(4)} % 3 when 0 then 'Data Engineer' when 1 then 'Gardener' else 'Teacher' end
      || ' ' || (n % 300),
    case when ${roll(5)} < 700 then '4 - No Response' when ${roll(5)} < 900 then '3 - Rejected'
      when ${roll(5)} < 950 then '2.4 - Post Interview Silence' else '1 - Actively Engaged' end,
    case ${roll(6)} % 3 when 0 then 'Greenhouse' when 1 then 'Lever' else 'Referral' end,
    ${payText},
    case ${roll(9)} % 3 when 0 then 'Remote' when 1 then 'Hybrid' else 'On-Site' end,
    case ${roll(10)} % 5 when 0 then 'Contract' else 'Full-time' end, ${at(applied)},
    case when ${roll(5)} between 700 and 899 then ${at(sql`${applied} + 86400 * (1 + ${roll(11)} % 30)`)} end,
    case when ${roll(12)} < 150 then 'Wrote to the team' else '' end, ${roll(13)} % 60,
    ${"<p>Words about the work and the people.</p>".repeat(40)}, ${at(applied)}
  from series`);
console.log(`postings: ${Math.round(performance.now() - began)} ms`);
const log = (kind: string, to: ReturnType<typeof sql>, from: string | null, delay: number) => sql`
  insert into event (user_id, job_posting_id, kind, occurred_at, recorded_at, from_value, to_value, via)
  select ${person.id}, id, ${kind}, moment, moment, ${from}, ${to}, 'browser' from (
    select id, posting_status, strftime('%Y-%m-%dT%H:%M:%S.000000Z',
      unixepoch(substr(applied_at, 1, 19)) + ${delay} + ((id * 7919) % 20) * 86400 * (${delay} > 0),
      'unixepoch') as moment
    from job_posting where user_id = ${person.id} order by id)`;
await db.run(log("created", sql`'4 - No Response'`, null, 0));
await db.run(log("applied", sql`null`, null, 0));
await db.run(log("comment", sql`null`, null, 40_000));
await db.run(
  sql`${log("status", sql`posting_status`, "4 - No Response", 90_000)} where posting_status <> '4 - No Response'`,
);
await db.run(
  sql`${log("edited", sql`null`, null, 50_000)} where posting_status = '4 - No Response'`,
);
await db.run(sql`commit`);
const [counted] = await db.all<{ events: number }>(sql`select count(*) as events from event`);
console.log(
  `${postings} postings and ${counted?.events} events: ${Math.round(performance.now() - began)} ms`,
);
