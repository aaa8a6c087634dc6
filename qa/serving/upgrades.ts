import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { earlierDatabase, markAsNewer, versions } from "../../db/testing.ts";
import { run } from "../../scripts/command.mjs";
import { cookieOf } from "./person.ts";
import { newDatabase, startServer } from "./server.ts";

const server = join(".next", "standalone", "server.js");
const scratch = () => dirname(fileURLToPath(newDatabase()));

/** Checks that this build starts on the data of each recorded schema, and serves what is in it. */
export async function checkUpgrades(): Promise<void> {
  const folder = scratch();
  for (const [tag, count] of versions) {
    const path = earlierDatabase(folder, count);
    const before = rowsOf(path);
    ok(before.postings.length > 10);
    await checkServed(`file:${path}`, before).catch((cause: unknown) => {
      throw new Error(`The data of ${tag} is not served.`, { cause });
    });
  }
  console.log(`  ${versions.length} schemas`);
}

/** The first person's rows as the API gives them. */
function rowsOf(path: string) {
  const sqlite = new Database(path, { readonly: true });
  const ask = (query: string) =>
    sqlite.prepare(`${query} where user_id = 1 and deleted_at is null order by id`).all();
  const rows = {
    postings: ask("select id, company_name, posting_title, posting_status from job_posting"),
    sites: ask("select id, site_name from job_site"),
    opportunities: ask("select id, job_title, recruiter_name from email_opportunity"),
  };
  sqlite.close();
  return rows;
}

async function checkServed(DATABASE_URL: string, before: ReturnType<typeof rowsOf>): Promise<void> {
  const { address, stop, output } = await startServer("standalone", { DATABASE_URL });
  // Else a stop waits for the idle connection.
  const headers = { cookie: await cookieOf(DATABASE_URL), connection: "close" };
  const open = async (path: string) => {
    const response = await fetch(address + path, { headers });
    equal(response.status, 200, path);
    return response;
  };
  const list = async (path: string, [like = {}]: unknown[]) => {
    const rows: Record<string, unknown>[] = await (await open(path)).json();
    const columns = Object.keys(like as object);
    const picked = rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
    return picked.sort((a, b) => Number(a.id) - Number(b.id));
  };
  await open("/api/health/ready");
  deepEqual(await list("/api/job_posting/", before.postings), before.postings);
  deepEqual(await list("/api/job_site/", before.sites), before.sites);
  deepEqual(await list("/api/email_opportunity/", before.opportunities), before.opportunities);
  const found = await list("/api/job_posting/?search=plants", before.postings);
  equal(found.length, before.postings.length, "the search finds what was there");
  for (const path of ["/dashboard", "/postings", "/postings/2", "/reports"])
    match(await (await open(path)).text(), /<main/, path);
  equal(await stop(), 0);
  ok(!output().includes('"level":"error"'), output());
}

/** Checks what this build says of a newer one's data: it refuses both database and backup in words, and changes neither. */
export async function checkDowngrade(): Promise<void> {
  const folder = scratch();
  const path = earlierDatabase(folder, versions.length);
  const [older, newer] = [join(folder, "older"), join(folder, "newer")];
  const DATABASE_URL = `file:${path}`;
  const call = (...args: string[]) =>
    run("node", [server, ...args], { quiet: true, env: { ...process.env, DATABASE_URL } });
  equal((await call("backup", older)).code, 0);
  markAsNewer(path);
  equal((await call("backup", newer)).code, 0);
  const bytes = readFileSync(path);
  for (const DATABASE_DRIVER of ["sqlite", "libsql"])
    await rejects(
      startServer("standalone", { DATABASE_URL, DATABASE_DRIVER }),
      /ended with 1: \S+\.db was written by a newer Foothold\. [^\n]*, or restore a backup that this version made\.\n$/,
    );
  ok(readFileSync(path).equals(bytes), "the database is as it was");
  const refused = await call("restore", newer);
  deepEqual(
    [refused.code, refused.output],
    [1, `${newer} was made by a newer Foothold. Restore it with that version or a later one.\n`],
  );
  ok(readFileSync(path).equals(bytes), "the database is as it was");
  // The way back.
  equal((await call("restore", older)).code, 0);
  await checkServed(DATABASE_URL, rowsOf(path));
}
