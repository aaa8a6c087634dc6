// Soak test: mixed load for a while, and whether the server's memory stays flat: npm run bench:soak [-- MINUTES]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { assemble } from "../../scripts/assemble.ts";
import { build } from "../../scripts/build.ts";
import { random } from "../../scripts/random.ts";
import { fill } from "./fill.ts";
import { serve } from "./servers.ts";

const minutes = Number(process.argv[2] ?? 30);
const pauseMs = 20;
const folder = mkdtempSync(join(tmpdir(), "foothold-soak-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.DATABASE_URL = `file:${join(folder, "soak.db")}`;
process.env.AUTH_SECRET = "a secret that only the soak uses";

await build();
// The standalone folder, as in production, with the current source of the server.
const standalone = join(".next", "standalone");
assemble(standalone);
await fill(join(folder, "soak.db"), { people: 50, first: 5_000, each: 100 });
const { signIn } = await import("./sign-in.ts");
const people = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((person) => signIn(person)));
const command = ["node", join(standalone, "server.js")];
const server = await serve(command, { RATE_LIMITS: "off" }, "/login");

type Person = (typeof people)[number];
type SendRequest = (person: Person, next: () => number) => Promise<Response>;

const pick = <T>(list: readonly T[], share: number) => list[Math.floor(share * list.length)] as T;
const searches = ["senior", "data eng", "team", "garden", "harb", "remote work", "c"];
const reports = ["funnel", "waits", "pace", "works"];

const callApi = (path: string, { api }: Person, init: RequestInit = {}) =>
  fetch(server.address + path, {
    ...init,
    headers: { ...api, "content-type": "application/json", ...init.headers },
  });
const openPage = (path: string, { browser }: Person) =>
  fetch(server.address + path, { headers: browser, redirect: "manual" });

async function randomPosting(person: Person, next: () => number): Promise<string> {
  const response = await callApi("/api/job_posting/?limit=50&ordering=-id", person);
  const rows: { id: number }[] = await response.json();
  return `/api/job_posting/${pick(rows, next()).id}`;
}

const create: SendRequest = async (person) => {
  const [site] = await (await callApi("/api/job_site/?limit=1", person)).json();
  const posting = {
    job_site_id: site.id,
    company_name: "Soak & Sons",
    posting_title: "Night watch",
    job_description: "<p>Keep the load on.</p>".repeat(20),
  };
  return callApi("/api/job_posting/", person, { method: "POST", body: JSON.stringify(posting) });
};

const change: SendRequest = async (person, next) =>
  callApi(await randomPosting(person, next), person, {
    method: "PATCH",
    headers: { "content-type": "application/merge-patch+json" },
    body: JSON.stringify({ pay_range: String(next()) }),
  });

const remove: SendRequest = async (person, next) =>
  callApi(await randomPosting(person, next), person, { method: "DELETE" });

/** The requests, each with its share in percent. */
const mix: [number, string, SendRequest][] = [
  [20, "one posting", async (p, next) => callApi(await randomPosting(p, next), p)],
  [8, "whole list", (p) => callApi("/api/job_posting/", p)],
  [6, "active", (p) => callApi("/api/job_posting/active/", p)],
  [
    12,
    "search",
    (p, next) => callApi(`/api/job_posting/?limit=50&search=${pick(searches, next())}`, p),
  ],
  [10, "create", create],
  [6, "change", change],
  [6, "delete", remove],
  [10, "dashboard's page", (p) => openPage("/dashboard", p)],
  [8, "list's page", (p) => openPage("/postings", p)],
  [4, "searched page", (p, next) => openPage(`/postings?q=${pick(searches, next())}`, p)],
  [4, "palette", (p, next) => openPage(`/find?q=${pick(searches, next())}`, p)],
  [6, "a report's page", (p, next) => openPage(`/reports/${pick(reports, next())}`, p)],
];

const weighted = mix.flatMap(([percent, name, sendRequest]) =>
  Array.from({ length: percent }, () => ({ name, sendRequest })),
);

let [sent, failed] = [0, 0];
const latenciesMs: number[] = [];
const failures = new Map<string, number>();

async function worker(seed: number, until: number): Promise<void> {
  const next = random(seed);
  while (Date.now() < until) {
    const { name, sendRequest } = pick(weighted, next());
    const began = performance.now();
    try {
      const response = await sendRequest(pick(people, next()), next);
      await response.arrayBuffer();
      // 404 is no failure: another worker may have deleted the posting meanwhile.
      if (response.status >= 400 && response.status !== 404) throw new Error(`${response.status}`);
    } catch (error) {
      failed += 1;
      const failure = `${name}: ${error instanceof Error ? error.message : error}`;
      failures.set(failure, (failures.get(failure) ?? 0) + 1);
    }
    sent += 1;
    latenciesMs.push(performance.now() - began);
    await setTimeout(pauseMs);
  }
}

const began = Date.now();
const until = began + minutes * 60_000;
const workers = Promise.all([1, 2, 3, 4, 5, 6].map((seed) => worker(seed, until)));
const memoryMb: number[] = [server.memoryMb()];
console.log("| minute | memory, MB | requests | failed | median, ms | 99th percentile, ms |");
console.log("| ---: | ---: | ---: | ---: | ---: | ---: |");
for (let minute = 1; minute <= minutes; minute++) {
  await setTimeout(Math.max(0, began + minute * 60_000 - Date.now()));
  memoryMb.push(server.memoryMb());
  const sorted = latenciesMs.splice(0).sort((a, b) => a - b);
  const percentile = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(
    `| ${minute} | ${memoryMb.at(-1)} | ${sent} | ${failed} | ${percentile(0.5)} | ${percentile(0.99)} |`,
  );
}
await workers;
for (const [failure, count] of failures) console.log(`${count} times: ${failure}`);
const third = Math.max(1, Math.floor(memoryMb.length / 3));
const mean = (list: number[]) => Math.round(list.reduce((a, b) => a + b, 0) / list.length);
console.log(
  `Memory: ${memoryMb[0]} MB at the start, ${mean(memoryMb.slice(third, 2 * third))} in the second third, ` +
    `${mean(memoryMb.slice(-third))} in the last, at most ${Math.max(...memoryMb)}.`,
);
process.exit(failed > 0 ? 1 : 0);
