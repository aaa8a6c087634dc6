import Database from "better-sqlite3";
import { migrateDatabase } from "../../db/migrate.ts";
import { type KindName, kinds } from "../../lib/kinds.ts";
import { documentOf, rowidsPerKind, textsOf } from "../../lib/search/documents.ts";
import { random } from "../../scripts/random.ts";
import { textGenerator } from "./sample-text.ts";

/** Each status, with the share of postings that have it or one above it. */
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
 * Creates a database with that many people and postings, a site for every twenty postings, an opportunity for every
 * ten, and their events. The rows of different people are interleaved, as they would be in real use.
 */
export async function fill(path: string, size: Size): Promise<void> {
  await migrateDatabase({ driver: "sqlite", path });
  const db = new Database(path);
  // No journal and no fsync: a file that is left unfinished is created again.
  db.pragma("journal_mode = OFF");
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -200000");
  const triggers = db
    .prepare("select name, sql from sqlite_schema where type = 'trigger'")
    .all() as { name: string; sql: string }[];
  // Derived tables are filled once at the end, ten times faster than by a trigger for each row.
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  db.exec("begin");
  insertRows(db, size);
  db.exec("insert or replace into posting_fact select * from posting_facts");
  db.exec("insert or replace into posting_span select * from posting_spans");
  for (const { name, search } of kinds) indexRows(db, name, search.number);
  for (const { sql } of triggers) db.exec(sql);
  db.exec("commit");
  db.pragma("journal_mode = WAL");
  db.close();
}

/** Adds all rows of a kind to the search index, with the server's own code but in one transaction. */
function indexRows(db: Database.Database, kind: KindName, number: number): void {
  const read = db.prepare(`select t.*, s.site_name from ${kind} t left join job_site s
    on s.id = ${kind === "job_posting" ? "t.job_site_id" : "t.id"} where t.id > ? order by t.id limit 2000`);
  const add = db.prepare("insert into search_index (rowid, name, text, parts) values (?, ?, ?, ?)");
  for (let lastId = 0; ; ) {
    const rows = read.all(lastId) as { id: number; user_id: number }[];
    for (const row of rows) {
      const { name, text, parts } = documentOf(row.user_id, textsOf(kind, row));
      add.run(number * rowidsPerKind + row.id, name, text, parts);
      lastId = row.id;
    }
    if (rows.length === 0) return;
  }
}

/** The owner of each posting in the order of insertion: round robin. `share` goes from 0 to 1 for each owner. */
function* owners({ people, first, each }: Size): Generator<{ person: number; share: number }> {
  for (let n = 0; n < Math.max(first, each); n++) {
    if (n < first) yield { person: 1, share: n / first };
    if (n < each)
      for (let person = 2; person <= people; person++) yield { person, share: n / each };
  }
}

const siteCount = (postings: number) => Math.max(1, Math.round(postings / 20));

function insertRows(db: Database.Database, size: Size): void {
  const next = random(size.people * 1_000_003 + size.first);
  const text = textGenerator(next);
  const addPerson = db.prepare(
    "insert into user (id, username, password, time_zone) values (?, ?, '-', 'Europe/Berlin')",
  );
  const addSite = db.prepare(
    "insert into job_site (user_id, site_name, headline) values (?, ?, ?)",
  );
  const addPosting = db.prepare(`insert into job_posting (user_id, job_site_id, company_name,
    posting_title, posting_status, location_type, pay_range, applied_at, rejected_at, comments,
    job_description, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addOpportunity =
    db.prepare(`insert into email_opportunity (user_id, job_title, opportunity_status,
    recruiter_name, recruiter_company, email_received_at) values (?, ?, ?, ?, ?, ?)`);
  const addEvent =
    db.prepare(`insert into event (user_id, job_posting_id, kind, occurred_at, recorded_at,
    from_value, to_value, via) values (?, ?, ?, ?, ?, ?, ?, 'browser')`);
  const instant = (second: number) => new Date(second * 1000).toISOString().replace("Z", "000Z");
  const sitesOf = (person: number) => siteCount(person === 1 ? size.first : size.each);
  const siteOffsets: number[] = [0, 0];
  for (let person = 1, total = 0; person <= size.people; person++) {
    addPerson.run(person, `bench ${person}`);
    for (let n = 0; n < sitesOf(person); n++) addSite.run(person, text.company(), text.sentence(6));
    siteOffsets[person] = total;
    total += sitesOf(person);
  }
  let postings = 0;
  for (const { person, share } of owners(size)) {
    const chance = next();
    const status = statuses.find(([upTo]) => chance < upTo)?.[1] ?? "";
    const second = 1_700_000_000 + Math.floor(share * 60_000_000 + next() * 30_000);
    const appliedAt = instant(second);
    const answeredAt = instant(second + 86_400 * (1 + Math.floor(next() * 30)));
    const saved = status === "5 - Saved";
    const comments =
      next() < 0.3 ? [{ comment_type: "Note", comment_content: text.sentence(12) }] : [];
    const { lastInsertRowid: id } = addPosting.run(
      person,
      (siteOffsets[person] ?? 0) + 1 + Math.floor(next() * sitesOf(person)),
      text.company(),
      text.title(),
      status,
      next() < 0.4 ? "Remote" : "Hybrid",
      `$${60 + Math.floor(next() * 90)},000`,
      saved ? null : appliedAt,
      status === "3 - Rejected" ? answeredAt : null,
      JSON.stringify(comments),
      text.paragraphs(3, 40),
      appliedAt,
    );
    const first = saved ? status : "4 - No Response";
    addEvent.run(person, id, "created", appliedAt, appliedAt, null, first);
    if (!saved) addEvent.run(person, id, "applied", appliedAt, appliedAt, null, null);
    if (status !== first) addEvent.run(person, id, "status", answeredAt, answeredAt, first, status);
    postings += 1;
    if (postings % 10 === 0)
      addOpportunity.run(
        person,
        text.title(),
        "1 - Waiting",
        text.company(),
        text.company(),
        appliedAt,
      );
  }
}
