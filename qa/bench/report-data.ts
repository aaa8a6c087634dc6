// Creates a database with one person's 100,000 postings and 400,000 events, the same at every run.
// Usage: DATABASE_URL=file:/tmp/x.db node --conditions=react-server qa/bench/report-data.ts [POSTINGS]
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

// A pseudo-random number from 0 to 999, determined by n and salt.
const randomOf = (salt: number) => sql`((n * 7919 + ${salt} * 104729 + (n * n) % 1009) % 1000)`;
const instant = (seconds: ReturnType<typeof sql>) =>
  sql`strftime('%Y-%m-%dT%H:%M:%S.000000Z', 1700000000 + ${seconds}, 'unixepoch')`;
const appliedSeconds = sql`n * 900 + ${randomOf(1)} * 60`;
const series = sql`with recursive series(n) as
  (select 1 union all select n + 1 from series where n < ${postings})`;

// About twenty thousand different texts in four currencies and without one; some name no amount.
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
  ${series} select n, ${person.id}, 1 + ${randomOf(2)} % 12, 'Company ' || (n % 5000),
    case ${randomOf(3)} % 4 when 0 then 'Senior ' when 1 then 'Junior ' else '' end
      || case ${randomOf(4)} % 3 when 0 then 'Data Engineer' when 1 then 'Gardener' else 'Teacher' end
      || ' ' || (n % 300),
    case when ${randomOf(5)} < 700 then '4 - No Response' when ${randomOf(5)} < 900 then '3 - Rejected'
      when ${randomOf(5)} < 950 then '2.4 - Post Interview Silence' else '1 - Actively Engaged' end,
    case ${randomOf(6)} % 3 when 0 then 'Greenhouse' when 1 then 'Lever' else 'Referral' end,
    ${payText},
    case ${randomOf(9)} % 3 when 0 then 'Remote' when 1 then 'Hybrid' else 'On-Site' end,
    case ${randomOf(10)} % 5 when 0 then 'Contract' else 'Full-time' end, ${instant(appliedSeconds)},
    case when ${randomOf(5)} between 700 and 899 then ${instant(sql`${appliedSeconds} + 86400 * (1 + ${randomOf(11)} % 30)`)} end,
    case when ${randomOf(12)} < 150 then 'Wrote to the team' else '' end, ${randomOf(13)} % 60,
    ${"<p>Words about the work and the people.</p>".repeat(40)}, ${instant(appliedSeconds)}
  from series`);
console.log(`postings: ${Math.round(performance.now() - began)} ms`);
const addEvents = (
  kind: string,
  to: ReturnType<typeof sql>,
  from: string | null,
  delaySeconds: number,
) => sql`
  insert into event (user_id, job_posting_id, kind, occurred_at, recorded_at, from_value, to_value, via)
  select ${person.id}, id, ${kind}, moment, moment, ${from}, ${to}, 'browser' from (
    select id, posting_status, strftime('%Y-%m-%dT%H:%M:%S.000000Z',
      unixepoch(substr(applied_at, 1, 19)) + ${delaySeconds} + ((id * 7919) % 20) * 86400 * (${delaySeconds} > 0),
      'unixepoch') as moment
    from job_posting where user_id = ${person.id} order by id)`;
await db.run(addEvents("created", sql`'4 - No Response'`, null, 0));
await db.run(addEvents("applied", sql`null`, null, 0));
await db.run(addEvents("comment", sql`null`, null, 40_000));
await db.run(
  sql`${addEvents("status", sql`posting_status`, "4 - No Response", 90_000)} where posting_status <> '4 - No Response'`,
);
await db.run(
  sql`${addEvents("edited", sql`null`, null, 50_000)} where posting_status = '4 - No Response'`,
);
await db.run(sql`commit`);
const [count] = await db.all<{ events: number }>(sql`select count(*) as events from event`);
console.log(
  `${postings} postings and ${count?.events} events: ${Math.round(performance.now() - began)} ms`,
);
