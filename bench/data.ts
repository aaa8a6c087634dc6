// Fills a database with people and their postings, the same every time: npm run bench:data -- PEOPLE POSTINGS [FILE]
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { migrateDatabase } from "../db/migrate.ts";
import { random } from "./random.ts";
import { writer } from "./words.ts";

const statuses: [number, string][] = [
  [0.7, "4 - No Response"],
  [0.9, "3 - Rejected"],
  [0.95, "2.4 - Post Interview Silence"],
  [0.98, "1 - Actively Engaged"],
  [1, "5 - Saved"],
];

/**
 * Fills the file with so many people, who have so many postings each, with a site per twenty of them, an
 * opportunity per ten and their events. Rows of different people lie in turns, as they would come about.
 */
export function fill(path: string, people: number, each: number): void {
  migrateDatabase(path);
  const db = new Database(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -200000");
  const triggers = db
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all() as { name: string; sql: string }[];
  // What the triggers keep is made at once at the end: the same, in a tenth of the time.
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  db.exec("begin");
  write(db, people, each);
  db.exec("insert or replace into posting_fact select * from posting_facts");
  db.exec("insert or replace into posting_span select * from posting_spans");
  for (const [kind, table] of ["job_posting", "job_site", "email_opportunity"].entries()) {
    db.exec(`insert or replace into search_pending select user_id, ${kind}, id, id from ${table}`);
  }
  for (const { sql } of triggers) db.exec(sql);
  db.exec("commit");
  db.exec("analyze");
  db.close();
}

function write(db: Database.Database, people: number, each: number): void {
  const next = random(people * 1_000_003 + each);
  const write = writer(next);
  const sites = Math.max(1, Math.round(each / 20));
  const addPerson = db.prepare(
    "insert into user (id, username, password, time_zone) values (?, ?, '-', 'Europe/Berlin')",
  );
  const addSite = db.prepare(
    "insert into job_site (id, user_id, site_name, headline) values (?, ?, ?, ?)",
  );
  const addPosting = db.prepare(`insert into job_posting (id, user_id, job_site_id, company_name,
    posting_title, posting_status, location_type, pay_range, applied_at, rejected_at, comments,
    job_description, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addOffer =
    db.prepare(`insert into email_opportunity (user_id, job_title, opportunity_status,
    recruiter_name, recruiter_company, email_received_at) values (?, ?, ?, ?, ?, ?)`);
  const log =
    db.prepare(`insert into event (user_id, job_posting_id, kind, occurred_at, recorded_at,
    from_value, to_value, via) values (?, ?, ?, ?, ?, ?, ?, 'browser')`);
  const at = (second: number) => new Date(second * 1000).toISOString().replace("Z", "000Z");
  for (let person = 1; person <= people; person++) {
    addPerson.run(person, `bench ${person}`);
    for (let n = 0; n < sites; n++) {
      addSite.run((person - 1) * sites + n + 1, person, write.company(), write.sentence(6));
    }
  }
  for (let id = 1; id <= people * each; id++) {
    const person = ((id - 1) % people) + 1;
    const n = Math.floor((id - 1) / people);
    const chance = next();
    const status = statuses.find(([up]) => chance < up)?.[1] ?? "";
    const applied = 1_700_000_000 + Math.floor((n / each) * 60_000_000 + next() * 30_000);
    const moment = at(applied);
    const after = at(applied + 86_400 * (1 + Math.floor(next() * 30)));
    const rejected = status === "3 - Rejected" ? after : null;
    const said =
      next() < 0.3 ? [{ comment_type: "General", comment_content: write.sentence(12) }] : [];
    const site = (person - 1) * sites + Math.floor(next() * sites) + 1;
    const pay = `$${60 + Math.floor(next() * 90)},000`;
    const saved = status === "5 - Saved";
    addPosting.run(
      id,
      person,
      site,
      write.company(),
      write.title(),
      status,
      next() < 0.4 ? "Remote" : "Hybrid",
      pay,
      saved ? null : moment,
      rejected,
      JSON.stringify(said),
      write.paragraphs(3, 40),
      moment,
    );
    const first = saved ? status : "4 - No Response";
    log.run(person, id, "created", moment, moment, null, first);
    if (!saved) log.run(person, id, "applied", moment, moment, null, null);
    if (status !== first) log.run(person, id, "status", after, after, first, status);
    if (id % 10 === 0) {
      addOffer.run(person, write.title(), "1 - Waiting", write.company(), write.company(), moment);
    }
  }
}

if (import.meta.main) {
  const [people = "100", postings = "10000", file = "bench.db"] = process.argv.slice(2);
  const began = performance.now();
  fill(resolve(file), Number(people), Math.round(Number(postings) / Number(people)));
  console.log(
    `${postings} postings of ${people} people in ${Math.round(performance.now() - began)} ms`,
  );
}
