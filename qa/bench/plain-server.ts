// The least that the same answers could cost: node:http, better-sqlite3 and JSON.stringify, no sign-in, no checks.
// Usage: DATABASE_URL=file:… PORT=… node qa/bench/plain-server.ts
import { createServer } from "node:http";
import Database from "better-sqlite3";

const db = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { timeout: 5_000 });
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
const brief = `id, company_name, posting_title, posting_status, rejected_after_stage, applied_at,
  rejected_at`;
const one = db.prepare("select * from job_posting where id = ? and user_id = 1");
const list = db.prepare(
  `select ${brief} from job_posting where user_id = 1 and deleted_at is null order by id`,
);
const search =
  db.prepare(`select ${brief} from job_posting where id in (select rowid from search_index
  where search_index match ?) and user_id = 1 and deleted_at is null order by id desc limit 50`);
const add = db.prepare(`insert into job_posting (user_id, job_site_id, company_name, posting_title,
  posting_status, applied_at, job_description) values (1, 1, ?, ?, ?, ?, ?) returning *`);

function read(path: string): unknown {
  if (path.startsWith("/one/")) return one.get(Number(path.slice(5)));
  if (path.startsWith("/search/")) return search.all(`"1·${path.slice(8)}" *`);
  return list.all();
}

createServer(async (request, response) => {
  response.setHeader("content-type", "application/json");
  if (request.method === "GET") return response.end(JSON.stringify(read(request.url ?? "")));
  let text = "";
  for await (const part of request) text += part;
  const { company_name, posting_title, posting_status, applied_at, job_description } =
    JSON.parse(text);
  const values = [company_name, posting_title, posting_status, applied_at, job_description];
  response.writeHead(201).end(JSON.stringify(add.get(...values)));
}).listen(Number(process.env.PORT), "127.0.0.1");
