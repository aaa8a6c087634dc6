import { equal, ok } from "node:assert/strict";
import autocannon from "autocannon";
import { cookieOf, newPerson, newSite, posting, send } from "./person.ts";
import { newDatabase, type RunningServer, startServer } from "./server.ts";

const requestsPerRound = 300;
/** Until code is compiled and caches are full. */
const warmUpRounds = 8;
const measuredRounds = 4;
const maxMemoryMb = 280;
const maxGrowthMb = 40;

/** Checks memory under mixed load: it stays small, and a leak of 35 KB a request would be noticed. */
export async function checkMemory(): Promise<void> {
  const DATABASE_URL = newDatabase();
  const server = await startServer("standalone", { DATABASE_URL, RATE_LIMITS: "off" });
  const atStartMb = server.memoryMb();
  // Measured on Linux only.
  if (Number.isNaN(atStartMb)) return void (await server.stop());
  const mix = await prepare(server, DATABASE_URL);
  const load = async (rounds: number) => {
    for (let n = 0; n < rounds; n++) equal(await failures(server, mix), 0);
    return server.memoryMb();
  };
  const warmMb = await load(warmUpRounds);
  const endMb = await load(measuredRounds);
  const requests = measuredRounds * requestsPerRound;
  const summary = `${atStartMb} MB at the start, ${warmMb} warm, ${endMb} after ${requests} more requests`;
  console.log(`  ${summary}`);
  ok(endMb <= maxMemoryMb, summary);
  ok(endMb - warmMb <= maxGrowthMb, summary);
  equal(await server.stop(), 0);
}

async function failures(
  { address }: RunningServer,
  requests: autocannon.Request[],
): Promise<number> {
  const load = { url: address, requests, connections: 6, amount: requestsPerRound, timeout: 60 };
  const { errors, non2xx } = await autocannon(load);
  return errors + non2xx;
}

async function prepare(
  { address }: RunningServer,
  database: string,
): Promise<autocannon.Request[]> {
  const who = await newPerson(address, "robin");
  const site = await newSite(address, who);
  for (let n = 0; n < 300; n++)
    await send(address, "POST", "/api/job_posting/", posting(site, n), who);
  const api = { ...who, "content-type": "application/json" };
  const browser = { cookie: await cookieOf(database), "accept-encoding": "br" };
  const openPage = (path: string) => ({ path, headers: browser });
  const read = (path: string) => ({ path: `/api/job_posting/${path}`, headers: api });
  const create = {
    path: "/api/job_posting/",
    method: "POST" as const,
    headers: api,
    body: JSON.stringify(posting(site, 1_000)),
  };
  const first = read("?limit=1");
  const search = read("?limit=50&search=fern");
  return [
    openPage("/dashboard"),
    first,
    read(""),
    first,
    openPage("/postings?q=gard"),
    search,
    first,
    create,
  ];
}
