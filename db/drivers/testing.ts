// A libSQL server for tests: the part of Hrana 2 over HTTP that the client uses, on libSQL's own engine. It refuses
// what sqld's parser refuses though the engine would accept it. The path of the URL names the database.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import Database from "libsql";
import { refusal } from "./testing-rules.ts";

type Value = { type: string; value?: string | number; base64?: string };
type Stmt = { sql?: string; sql_id?: number; args?: Value[] };
type Cond = {
  type: "ok" | "error" | "not" | "and" | "or";
  step?: number;
  cond?: Cond;
  conds?: Cond[];
};
type Step = { condition?: Cond; stmt: Stmt };
type Request = {
  type: string;
  stmt?: Stmt;
  batch?: { steps: Step[] };
  sql?: string;
  sql_id?: number;
};
type Failure = { message: string; code: string };
type OpenDatabase = ReturnType<typeof open>;

const maxResponseBytes = 10 * 1024 * 1024;

/** Serves the databases of a folder to clients with the token; `counted.requests` counts round trips. */
export async function startServer(folder: string, { token = "", port = 0 } = {}) {
  const databases = new Map<string, OpenDatabase>();
  const counted = { requests: 0 };
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (token && request.headers.authorization !== `Bearer ${token}`)
      return answer(401, { error: "Unauthorized" });
    const name = /^\/(\w+)\/v2\/pipeline$/.exec(request.url ?? "")?.[1];
    if (!name) return answer(404, { error: "not found" });
    const { requests } = (await json(request)) as { requests: Request[] };
    counted.requests += 1;
    const database = databases.get(name) ?? open(join(folder, `${name}.db`));
    databases.set(name, database);
    answer(200, { baton: null, base_url: null, results: pipeline(database, requests) });
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    counted,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      for (const database of databases.values()) database.close();
    },
  };
}

function open(path: string) {
  const database = new Database(path, { timeout: 5_000 });
  database.exec("pragma journal_mode = WAL");
  return database;
}

// Every request is a stream of its own that closes with it: the client keeps no transaction open across requests.
function pipeline(database: OpenDatabase, requests: Request[]): object[] {
  const texts = new Map<number, string>();
  try {
    return requests.map(({ type, stmt, batch, sql, sql_id }) => {
      if (type === "store_sql") texts.set(sql_id ?? 0, sql ?? "");
      if (type !== "execute" && type !== "batch") return { type: "ok", response: { type } };
      try {
        const result = stmt
          ? execute(database, stmt, texts)
          : runBatch(database, batch?.steps ?? [], texts);
        return { type: "ok", response: { type, result } };
      } catch (error) {
        return { type: "error", error: failureOf(error) };
      }
    });
  } finally {
    if (database.inTransaction) database.exec("rollback");
  }
}

function runBatch(database: OpenDatabase, steps: Step[], texts: Map<number, string>) {
  const step_results: (object | null)[] = [];
  const step_errors: (Failure | null)[] = [];
  const holds = (cond: Cond): boolean => {
    if (cond.type === "ok") return Boolean(step_results[cond.step ?? 0]);
    if (cond.type === "error") return Boolean(step_errors[cond.step ?? 0]);
    if (cond.type === "not") return !holds(cond.cond as Cond);
    return cond.type === "and" ? (cond.conds ?? []).every(holds) : (cond.conds ?? []).some(holds);
  };
  steps.forEach(({ condition, stmt }, i) => {
    step_results[i] = step_errors[i] = null;
    if (condition && !holds(condition)) return;
    try {
      step_results[i] = execute(database, stmt, texts);
    } catch (error) {
      step_errors[i] = failureOf(error);
    }
  });
  return { step_results, step_errors };
}

function execute(database: OpenDatabase, stmt: Stmt, texts: Map<number, string>) {
  const sql = stmt.sql ?? texts.get(stmt.sql_id ?? 0) ?? "";
  const refused = refusal(sql);
  if (refused) throw Object.assign(new Error(refused), { code: "SQL_PARSE_ERROR" });
  const args = (stmt.args ?? []).map(fromWire);
  const prepared = database.prepare(sql);
  prepared.safeIntegers(true);
  const count = () => Number((database.prepare("select changes() as n").get() as { n: number }).n);
  if (!returnsRows(prepared)) {
    prepared.run(args);
    return { cols: [], rows: [], affected_row_count: isWrite(sql) ? count() : 0 };
  }
  const rows = (prepared.raw(true).all(args) as unknown[][]).map((row) => row.map(toWire));
  if (JSON.stringify(rows).length > maxResponseBytes)
    throw Object.assign(new Error("Response is too large"), { code: "RESPONSE_TOO_LARGE" });
  const cols = prepared.columns().map(({ name }) => ({ name, decltype: null }));
  return { cols, rows, affected_row_count: isWrite(sql) ? count() : 0 };
}

const isWrite = (sql: string) => /^\s*(with\b.*\b)?(insert|update|delete)\b/is.test(sql);

function returnsRows(prepared: { raw(on: boolean): unknown }): boolean {
  try {
    prepared.raw(true);
    return true;
  } catch {
    return false;
  }
}

function fromWire({ type, value, base64 }: Value): unknown {
  if (type === "null") return null;
  if (type === "integer") return BigInt(value ?? 0);
  return type === "blob" ? Buffer.from(base64 ?? "", "base64") : value;
}

function toWire(value: unknown): Value {
  if (value === null) return { type: "null" };
  if (typeof value === "bigint") return { type: "integer", value: String(value) };
  if (typeof value === "number") return { type: "float", value };
  if (typeof value === "string") return { type: "text", value };
  return { type: "blob", base64: Buffer.from(value as Uint8Array).toString("base64") };
}

// As sqld does: the code is SQLITE_CONSTRAINT, and only the message tells which constraint failed.
function failureOf(error: unknown): Failure {
  const { message, code } = error as Error & { code?: string };
  return {
    message: `SQLite error: ${message}`,
    code: String(code ?? "").replace(/^(SQLITE_CONSTRAINT)_\w+/, "$1"),
  };
}

/** Drops all triggers, views and tables of a server's database. */
export async function dropEverything(url: string): Promise<void> {
  const { createClient } = await import("@libsql/client/http");
  const client = createClient({ url, authToken: process.env.DATABASE_AUTH_TOKEN || undefined });
  const { rows } = await client.execute(`select type, name from sqlite_schema
    where type in ('trigger', 'view', 'table') and name not like 'sqlite\\_%' escape '\\'
    order by type = 'table', sql like 'create virtual%' desc`);
  const drops = rows.map(({ type, name }) => `drop ${type} if exists "${name}"`);
  await client.migrate(drops);
  client.close();
}
