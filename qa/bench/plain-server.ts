// The least work that gives the same answers: node:http, better-sqlite3 and JSON.stringify, without sign-in, checks
// or a cache. Also serves the static page of the browser rows.
// Usage: DATABASE_URL=file:… PORT=… node qa/bench/plain-server.ts
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Database from "better-sqlite3";

const db = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { timeout: 5_000 });
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
const listColumns = `id, company_name, posting_title, posting_status, rejected_after_stage,
  applied_at, rejected_at`;
const one = db.prepare("select * from job_posting where id = ? and user_id = 1");
const list = db.prepare(
  `select ${listColumns} from job_posting where user_id = 1 and deleted_at is null order by id`,
);
const search =
  db.prepare(`select ${listColumns} from job_posting where id in (select rowid from search_index
  where search_index match ?) and user_id = 1 and deleted_at is null order by id desc limit 50`);
const add = db.prepare(`insert into job_posting (user_id, job_site_id, company_name, posting_title,
  posting_status, applied_at, job_description) values (1, 1, ?, ?, ?, ?, ?) returning *`);
const change = db.prepare("update job_posting set pay_range = ? where id = ? and user_id = 1");

const staticPage = `<!doctype html><html lang="en"><title>A static page</title>
<h1>A static page</h1><p>${"Nothing is made for this page, and it needs no other file. ".repeat(8)}</p></html>`;

function read(path: string): unknown {
  if (path.startsWith("/one/")) return one.get(Number(path.slice(5)));
  if (path.startsWith("/search/")) return search.all(`"1·${path.slice(8)}" *`);
  return list.all();
}

async function write(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = "";
  for await (const chunk of request) text += chunk;
  const sent = JSON.parse(text);
  if (request.method === "PATCH") {
    change.run(sent.pay_range, Number(request.url?.slice(5)));
    response.writeHead(204).end();
    return;
  }
  const { company_name, posting_title, posting_status, applied_at, job_description } = sent;
  const values = [company_name, posting_title, posting_status, applied_at, job_description];
  response.writeHead(201).end(JSON.stringify(add.get(...values)));
}

createServer((request, response) => {
  if (request.url === "/page") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.end(staticPage);
  }
  response.setHeader("content-type", "application/json");
  if (request.method === "GET") return response.end(JSON.stringify(read(request.url ?? "")));
  return write(request, response);
}).listen(Number(process.env.PORT), "127.0.0.1");
