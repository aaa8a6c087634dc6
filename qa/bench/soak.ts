// Mixed load for a while, and whether the server's memory stays flat: npm run bench:soak [-- MINUTES]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { assemble } from "../../scripts/assemble.ts";
import { build } from "../../scripts/build.ts";
import { fill } from "./fill.ts";
import { random } from "./random.ts";
import { serve } from "./servers.ts";

const minutes = Number(process.argv[2] ?? 30);
const folder = mkdtempSync(join(tmpdir(), "foothold-soak-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.DATABASE_URL = `file:${join(folder, "soak.db")}`;
process.env.AUTH_SECRET = "a secret that only the soak uses";

await build();
// As it is run for real: the folder of a standalone build, with this source's server.
const made = join(".next", "standalone");
assemble(made);
const size = { people: 50, first: 5_000, each: 100 };
await fill(join(folder, "soak.db"), size);
const { signedIn } = await import("./sign.ts");
const people = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((person) => signedIn(person)));
const server = await serve(["node", join(made, "server.js")], { RATE_LIMITS: "off" }, "/login");

type Person = (typeof people)[number];
type Ask = (person: Person, next: () => number) => Promise<Response>;

const pick = <T>(list: readonly T[], at: number) => list[Math.floor(at * list.length)] as T;
const words = ["senior", "data eng", "team", "garden", "harb", "remote work", "c"];
const api = (path: string, { program }: Person, init: RequestInit = {}) =>
  fetch(server.address + path, {
    ...init,
    headers: { ...program, "content-type": "application/json", ...init.headers },
  });
const page = (path: string, { browser }: Person) =>
  fetch(server.address + path, { headers: browser, redirect: "manual" });

async function somePosting(person: Person, next: () => number) {
  const rows = await (await api("/api/job_posting/?limit=50&ordering=-id", person)).json();
  return pick(rows as { id: number; job_site_id?: number }[], next()).id;
}

const create: Ask = async (person) => {
  const [site] = await (await api("/api/job_site/?limit=1", person)).json();
  const posting = {
    job_site_id: site.id,
    company_name: "Soak & Sons",
    posting_title: "Night watch",
    job_description: "<p>Keep the load on.</p>".repeat(20),
  };
  return api("/api/job_posting/", person, { method: "POST", body: JSON.stringify(posting) });
};

// How often each is asked for, of a hundred.
const mix: [number, string, Ask][] = [
  [20, "one posting", async (p, next) => api(`/api/job_posting/${await somePosting(p, next)}`, p)],
  [8, "whole list", (p) => api("/api/job_posting/", p)],
  [6, "active", (p) => api("/api/job_posting/active/", p)],
  [12, "search", (p, next) => api(`/api/job_posting/?limit=50&search=${pick(words, next())}`, p)],
  [10, "create", create],
  [
    6,
    "change",
    async (p, next) =>
      api(`/api/job_posting/${await somePosting(p, next)}`, p, {
        method: "PATCH",
        headers: { "content-type": "application/merge-patch+json" },
        body: JSON.stringify({ pay_range: String(next()) }),
      }),
  ],
  [
    6,
    "delete",
    async (p, next) =>
      api(`/api/job_posting/${await somePosting(p, next)}`, p, { method: "DELETE" }),
  ],
  [10, "dashboard's page", (p) => page("/dashboard", p)],
  [8, "list's page", (p) => page("/postings", p)],
  [4, "searched page", (p, next) => page(`/postings?q=${pick(words, next())}`, p)],
  [4, "palette", (p, next) => page(`/find?q=${pick(words, next())}`, p)],
  [
    6,
    "a report's page",
    (p, next) => page(`/reports/${pick(["funnel", "waits", "pace", "works"], next())}`, p),
  ],
];

const bag = mix.flatMap(([share, name, ask]) =>
  Array.from({ length: share }, () => ({ name, ask })),
);

let [asked, failed] = [0, 0];
const waits: number[] = [];
const failures = new Map<string, number>();

async function work(seed: number, until: number): Promise<void> {
  const next = random(seed);
  while (Date.now() < until) {
    const { name, ask } = pick(bag, next());
    const began = performance.now();
    try {
      const answer = await ask(pick(people, next()), next);
      await answer.arrayBuffer();
      // What another worker has just deleted is gone, and some have nothing active.
      if (answer.status >= 400 && answer.status !== 404) throw new Error(`${answer.status}`);
    } catch (error) {
      failed += 1;
      const what = `${name}: ${error instanceof Error ? error.message : error}`;
      failures.set(what, (failures.get(what) ?? 0) + 1);
    }
    asked += 1;
    waits.push(performance.now() - began);
    await setTimeout(20);
  }
}

const began = Date.now();
const until = began + minutes * 60_000;
const workers = Promise.all([1, 2, 3, 4, 5, 6].map((seed) => work(seed, until)));
const memory: number[] = [server.memory()];
console.log("| minute | memory, MB | requests | failed | half within, ms | 99 of 100 within, ms |");
console.log("| ---: | ---: | ---: | ---: | ---: | ---: |");
for (let minute = 1; minute <= minutes; minute++) {
  await setTimeout(Math.max(0, began + minute * 60_000 - Date.now()));
  memory.push(server.memory());
  const sorted = waits.splice(0).sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(`| ${minute} | ${memory.at(-1)} | ${asked} | ${failed} | ${at(0.5)} | ${at(0.99)} |`);
}
await workers;
for (const [what, count] of failures) console.log(`${count} times: ${what}`);
const third = Math.max(1, Math.floor(memory.length / 3));
const mean = (list: number[]) => Math.round(list.reduce((a, b) => a + b, 0) / list.length);
console.log(
  `Memory: ${memory[0]} MB at the start, ${mean(memory.slice(third, 2 * third))} in the second third, ` +
    `${mean(memory.slice(-third))} in the last, at most ${Math.max(...memory)}.`,
);
process.exit(failed > 0 ? 1 : 0);
