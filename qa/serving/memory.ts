import { equal, ok } from "node:assert/strict";
import autocannon from "autocannon";
import { newPerson, newSite, posting, send } from "./person.ts";
import { newDatabase, type Running, startServer } from "./server.ts";

/** Requests in a round, and rounds: until the code is compiled and what is kept is filled, and after that. */
const [round, warm, more] = [300, 3, 4];
/** Megabytes, on a machine that does other things: for all, and for what the later rounds may add. */
const [most, drift] = [280, 40];

/** A server stays small under mixed load, and requests leave nothing behind: 35 KB each would be seen. */
export async function checkMemory(): Promise<void> {
  const DATABASE_URL = newDatabase();
  const server = await startServer("standalone", { DATABASE_URL, RATE_LIMITS: "off" });
  const memory = server.memory();
  // Only Linux says it.
  if (Number.isNaN(memory)) return void (await server.stop());
  const mix = await prepare(server, DATABASE_URL);
  const load = async (rounds: number) => {
    for (let n = 0; n < rounds; n++) equal(await failures(server, mix), 0);
    return server.memory();
  };
  const warmed = await load(warm);
  const after = await load(more);
  const said = `${memory} MB at the start, ${warmed} warm, ${after} after ${more * round} more requests`;
  console.log(`  ${said}`);
  ok(after <= most, said);
  ok(after - warmed <= drift, said);
  equal(await server.stop(), 0);
}

async function failures({ address }: Running, requests: autocannon.Request[]): Promise<number> {
  const load = { url: address, requests, connections: 6, amount: round, timeout: 60 };
  const { errors, non2xx } = await autocannon(load);
  return errors + non2xx;
}

async function prepare({ address }: Running, database: string): Promise<autocannon.Request[]> {
  const who = await newPerson(address, "robin");
  const site = await newSite(address, who);
  for (let n = 0; n < 300; n++)
    await send(address, "POST", "/api/job_posting/", posting(site, n), who);
  const api = { ...who, "content-type": "application/json" };
  const browser = { cookie: await cookieOf(database), "accept-encoding": "br" };
  const page = (path: string) => ({ path, headers: browser });
  const read = (path: string) => ({ path: `/api/job_posting/${path}`, headers: api });
  const create = {
    path: "/api/job_posting/",
    method: "POST" as const,
    headers: api,
    body: JSON.stringify(posting(site, 1_000)),
  };
  const one = read("?limit=1");
  const search = read("?limit=50&search=fern");
  return [page("/dashboard"), one, read(""), one, page("/postings?q=gard"), search, one, create];
}

/** The first person's session, as a browser holds it. */
async function cookieOf(database: string): Promise<string> {
  process.env.DATABASE_URL = database;
  process.env.AUTH_SECRET = "a secret that only these tests use";
  const { closeDb } = await import("../../db/client.ts");
  const { sealKey, sessionCookie } = await import("../../lib/accounts/auth/cookie.ts");
  const { openSession } = await import("../../lib/accounts/auth/sessions.ts");
  const key = await sealKey(await openSession(1, { user_agent: "a test" }));
  closeDb();
  return `${sessionCookie().name}=${key}`;
}
