import { deepEqual, equal, ok } from "node:assert/strict";
import { newPerson, newSite, password, posting, send } from "./person.ts";
import { newDatabase, type RunningServer, startServer } from "./server.ts";

const writesPerServer = 40;

/** Checks four processes that start at the same time on a file that does not exist yet, and write to it together. */
export async function checkProcesses(): Promise<void> {
  const DATABASE_URL = newDatabase();
  const start = () => startServer("standalone", { DATABASE_URL, LOG_LEVEL: "info" });
  const servers = await Promise.all([start(), start(), start(), start()]);
  const [first] = servers;
  if (!first) throw new Error("no server");
  const who = await newPerson(first.address, "robin");
  const site = await newSite(first.address, who);

  await Promise.all(servers.map((server, at) => writeAll(server, who, site, at)));
  const lists = await Promise.all(
    servers.map(async ({ address }) => {
      const list = await (await send(address, "GET", "/api/job_posting/", undefined, who)).json();
      return list.map(({ company_name }: { company_name: string }) => company_name).sort();
    }),
  );
  const expected = servers
    .flatMap((_, at) => Array.from({ length: writesPerServer }, (_each, n) => at * 1_000 + n))
    .filter((number) => number % 10 !== 9)
    .map((number) => `Fern & Field ${number}${number % 10 === 5 ? ", renamed" : ""}`)
    .sort();
  for (const list of lists) deepEqual(list, expected);

  await checkIdempotency(servers, who, site);
  await checkSharedLimit(servers);
  for (const server of servers) {
    equal(await server.stop(), 0);
    ok(
      !/SQLITE_BUSY|SQLITE_LOCKED|"status":5/.test(server.output()),
      server.output().slice(-2_000),
    );
  }
}

/** Creates postings, renames and deletes some of them, and reads in between. */
async function writeAll({ address }: RunningServer, who: object, site: number, at: number) {
  for (let n = 0; n < writesPerServer; n++) {
    const number = at * 1_000 + n;
    const created = await send(address, "POST", "/api/job_posting/", posting(site, number), who);
    equal(created.status, 201, await created.clone().text());
    const path = `/api/job_posting/${(await created.json()).id}`;
    if (n % 10 === 5) {
      const changed = { ...posting(site, number), company_name: `Fern & Field ${number}, renamed` };
      equal((await send(address, "PUT", path, changed, who)).status, 204);
    }
    if (n % 10 === 9) equal((await send(address, "DELETE", path, undefined, who)).status, 204);
    else equal((await send(address, "GET", path, undefined, who)).status, 200);
  }
}

/** Checks that one Idempotency-Key, sent to all servers at once and again later, creates one posting. */
async function checkIdempotency(servers: RunningServer[], who: object, site: number) {
  const headers = { ...who, "idempotency-key": "the-very-same" };
  const sendToAll = () =>
    Promise.all(
      servers.map(({ address }) =>
        send(address, "POST", "/api/job_posting/", posting(site, 77_777), headers),
      ),
    );
  const statuses = (await sendToAll()).map(({ status }) => status);
  ok(
    statuses.every((status) => status === 201 || status === 409),
    String(statuses),
  );
  const again = await Promise.all((await sendToAll()).map((answer) => answer.json()));
  equal(new Set(again.map(({ id }) => id)).size, 1, "each server answers with the same posting");
}

/** Checks that wrong passwords count against one rate limit, whichever server gets them. */
async function checkSharedLimit(servers: RunningServer[]) {
  const wrong = { username: "robin", password: `${password}?` };
  const statuses: number[] = [];
  for (let n = 0; n < 16; n++) {
    const { address } = servers[n % servers.length] as RunningServer;
    statuses.push((await send(address, "POST", "/api/token/", wrong)).status);
  }
  const refused = statuses.indexOf(429);
  ok(refused > 0 && refused <= 10, `the limit of 10 holds for all together: ${statuses}`);
  ok(
    statuses.slice(refused).every((status) => status === 429),
    String(statuses),
  );
}
