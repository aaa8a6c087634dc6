import Database from "better-sqlite3";
import { migrateDatabase } from "../../db/migrate.ts";
import { type KindName, kinds } from "../../lib/kinds.ts";
import { documentOf, rowidsPerKind, textsOf } from "../../lib/search/documents.ts";
import { random } from "./random.ts";
import { writer } from "./words.ts";

const statuses: [number, string][] = [
  [0.7, "4 - No Response"],
  [0.9, "3 - Rejected"],
  [0.95, "2.4 - Post Interview Silence"],
  [0.98, "1 - Actively Engaged"],
  [1, "5 - Saved"],
];

/** How many people there are, and how many postings the first and each of the others has. */
export type Size = { people: number; first: number; each: number };

/**
 * Fills the file with so many people and postings, a site per twenty of them, an opportunity per ten and their
 * events. Rows of different people lie in turns, as they would come about.
 */
export async function fill(path: string, size: Size): Promise<void> {
  await migrateDatabase({ driver: "sqlite", path });
  const db = new Database(path);
  // A file that is not filled to the end is made anew: nothing need be written twice for its sake.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -200000");
  const triggers = db
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all() as { name: string; sql: string }[];
  // What the triggers keep is made at once at the end: the same, in a tenth of the time.
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  db.exec("begin");
  write(db, size);
  db.exec("insert or replace into posting_fact select * from posting_facts");
  db.exec("insert or replace into posting_span select * from posting_spans");
  for (const { name, search } of kinds) index(db, name, search.number);
  for (const { sql } of triggers) db.exec(sql);
  db.exec("commit");
  db.pragma("journal_mode = WAL");
  db.close();
}

/** Indexes all rows of a kind as the server does, without its transactions. */
function index(db: Database.Database, kind: KindName, number: number): void {
  const read = db.prepare(`select t.*, s.site_name from ${kind} t left join job_site s
    on s.id = ${kind === "job_posting" ? "t.job_site_id" : "t.id"} where t.id > ? order by t.id limit 2000`);
  const add = db.prepare("insert into search_index (rowid, name, text, parts) values (?, ?, ?, ?)");
  for (let after = 0; ; ) {
    const rows = read.all(after) as { id: number; user_id: number }[];
    for (const row of rows) {
      const { name, text, parts } = documentOf(row.user_id, textsOf(kind, row));
      add.run(number * rowidsPerKind + row.id, name, text, parts);
      after = row.id;
    }
    if (rows.length === 0) return;
  }
}

/** The people in the order in which their postings come: in turns, while they have some left. */
function* turns({ people, first, each }: Size): Generator<{ person: number; share: number }> {
  for (let n = 0; n < Math.max(first, each); n++) {
    if (n < first) yield { person: 1, share: n / first };
    if (n < each)
      for (let person = 2; person <= people; person++) yield { person, share: n / each };
  }
}

const sitesOf = (postings: number) => Math.max(1, Math.round(postings / 20));

function write(db: Database.Database, size: Size): void {
  const next = random(size.people * 1_000_003 + size.first);
  const text = writer(next);
  const addPerson = db.prepare(
    "insert into user (id, username, password, time_zone) values (?, ?, '-', 'Europe/Berlin')",
  );
  const addSite = db.prepare(
    "insert into job_site (user_id, site_name, headline) values (?, ?, ?)",
  );
  const addPosting = db.prepare(`insert into job_posting (user_id, job_site_id, company_name,
    posting_title, posting_status, location_type, pay_range, applied_at, rejected_at, comments,
    job_description, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addOffer =
    db.prepare(`insert into email_opportunity (user_id, job_title, opportunity_status,
    recruiter_name, recruiter_company, email_received_at) values (?, ?, ?, ?, ?, ?)`);
  const log =
    db.prepare(`insert into event (user_id, job_posting_id, kind, occurred_at, recorded_at,
    from_value, to_value, via) values (?, ?, ?, ?, ?, ?, ?, 'browser')`);
  const at = (second: number) => new Date(second * 1000).toISOString().replace("Z", "000Z");
  const sites: number[] = [0, 0];
  for (let person = 1, all = 0; person <= size.people; person++) {
    const own = sitesOf(person === 1 ? size.first : size.each);
    addPerson.run(person, `bench ${person}`);
    for (let n = 0; n < own; n++) addSite.run(person, text.company(), text.sentence(6));
    sites[person] = all;
    all += own;
  }
  let made = 0;
  for (const { person, share } of turns(size)) {
    const chance = next();
    const status = statuses.find(([up]) => chance < up)?.[1] ?? "";
    const applied = 1_700_000_000 + Math.floor(share * 60_000_000 + next() * 30_000);
    const [moment, after] = [at(applied), at(applied + 86_400 * (1 + Math.floor(next() * 30)))];
    const saved = status === "5 - Saved";
    const said = next() < 0.3 ? [{ comment_type: "Note", comment_content: text.sentence(12) }] : [];
    const own = sitesOf(person === 1 ? size.first : size.each);
    const { lastInsertRowid: id } = addPosting.run(
      person,
      (sites[person] ?? 0) + 1 + Math.floor(next() * own),
      text.company(),
      text.title(),
      status,
      next() < 0.4 ? "Remote" : "Hybrid",
      `$${60 + Math.floor(next() * 90)},000`,
      saved ? null : moment,
      status === "3 - Rejected" ? after : null,
      JSON.stringify(said),
      text.paragraphs(3, 40),
      moment,
    );
    const first = saved ? status : "4 - No Response";
    log.run(person, id, "created", moment, moment, null, first);
    if (!saved) log.run(person, id, "applied", moment, moment, null, null);
    if (status !== first) log.run(person, id, "status", after, after, first, status);
    made += 1;
    if (made % 10 === 0)
      addOffer.run(person, text.title(), "1 - Waiting", text.company(), text.company(), moment);
  }
}
