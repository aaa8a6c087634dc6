import { deepEqual, equal, ok } from "node:assert/strict";
import { newPerson, newSite, password, posting, send } from "./person.ts";
import { newDatabase, type Running, startServer } from "./server.ts";

const many = 40;

/** Four servers start at once on a file that is not there, and write to it all together. */
export async function checkProcesses(): Promise<void> {
  const DATABASE_URL = newDatabase();
  const start = () => startServer("standalone", { DATABASE_URL, LOG_LEVEL: "info" });
  const servers = await Promise.all([start(), start(), start(), start()]);
  const [first] = servers;
  if (!first) throw new Error("no server");
  const who = await newPerson(first.address, "robin");
  const site = await newSite(first.address, who);

  await Promise.all(servers.map((server, at) => writeMuch(server, who, site, at)));
  const kept = await Promise.all(
    servers.map(async ({ address }) => {
      const list = await (await send(address, "GET", "/api/job_posting/", undefined, who)).json();
      return list.map(({ company_name }: { company_name: string }) => company_name).sort();
    }),
  );
  const expected = servers
    .flatMap((_, at) => Array.from({ length: many }, (_each, n) => at * 1_000 + n))
    .filter((number) => number % 10 !== 9)
    .map((number) => `Fern & Field ${number}${number % 10 === 5 ? ", renamed" : ""}`)
    .sort();
  for (const list of kept) deepEqual(list, expected);

  await onceForAll(servers, who, site);
  await countedTogether(servers);
  for (const server of servers) {
    equal(await server.stop(), 0);
    ok(!/SQLITE_BUSY|SQLITE_LOCKED|"status":5/.test(server.said()), server.said().slice(-2_000));
  }
}

/** Makes postings, renames and deletes some of them, and reads between. */
async function writeMuch({ address }: Running, who: object, site: number, at: number) {
  for (let n = 0; n < many; n++) {
    const number = at * 1_000 + n;
    const made = await send(address, "POST", "/api/job_posting/", posting(site, number), who);
    equal(made.status, 201, await made.clone().text());
    const path = `/api/job_posting/${(await made.json()).id}`;
    if (n % 10 === 5) {
      const changed = { ...posting(site, number), company_name: `Fern & Field ${number}, renamed` };
      equal((await send(address, "PUT", path, changed, who)).status, 204);
    }
    if (n % 10 === 9) equal((await send(address, "DELETE", path, undefined, who)).status, 204);
    else equal((await send(address, "GET", path, undefined, who)).status, 200);
  }
}

/** One key, sent to all at the same time and again afterwards: one posting. */
async function onceForAll(servers: Running[], who: object, site: number) {
  const headers = { ...who, "idempotency-key": "the-very-same" };
  const sent = () =>
    Promise.all(
      servers.map(({ address }) =>
        send(address, "POST", "/api/job_posting/", posting(site, 77_777), headers),
      ),
    );
  const together = (await sent()).map(({ status }) => status);
  ok(
    together.every((status) => status === 201 || status === 409),
    String(together),
  );
  const again = await Promise.all((await sent()).map((answer) => answer.json()));
  equal(new Set(again.map(({ id }) => id)).size, 1, "each server gives the same posting");
}

/** Wrong passwords count against one limit, whichever server they are tried at. */
async function countedTogether(servers: Running[]) {
  const wrong = { username: "robin", password: `${password}?` };
  const statuses: number[] = [];
  for (let n = 0; n < 16; n++) {
    const { address } = servers[n % servers.length] as Running;
    statuses.push((await send(address, "POST", "/api/token/", wrong)).status);
  }
  const refused = statuses.indexOf(429);
  ok(refused > 0 && refused <= 10, `the limit of 10 holds for all together: ${statuses}`);
  ok(
    statuses.slice(refused).every((status) => status === 429),
    String(statuses),
  );
}
