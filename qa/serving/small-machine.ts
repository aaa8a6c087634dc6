import { equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fill } from "../bench/fill.ts";
import { workbookOfApplications } from "./largest/files.ts";
import { limitMemory } from "./memory-limit.ts";
import { cookieOf } from "./person.ts";
import { newDatabase, startServer } from "./server.ts";

const memoryLimitMb = 512;
const postings = 5_000;
const rows = 3_000;
/** How often all pages are opened, four at a time. */
const rounds = 5;

const pages = [
  ...["dashboard", "postings", "postings?q=garden", "postings/1", "sites", "companies", "contacts"],
  ...["opportunities", "interviews", "calendar", "follow-ups", "reports", "search?q=garden"],
  ...["import", "add", "trash", "settings"],
].map((page) => `/${page}`);

/** Checks that a machine with 512 MB is enough for some thousand postings: all pages, an import, a captured page, a backup. */
export async function checkSmallMachine(): Promise<void> {
  const DATABASE_URL = newDatabase();
  await fill(fileURLToPath(DATABASE_URL), { people: 1, first: postings, each: 0 });
  const limit = limitMemory(memoryLimitMb);
  const within = limit?.within ?? [];
  const server = await startServer("standalone", { DATABASE_URL }, within);
  try {
    await use(server.address, DATABASE_URL);
    backUp(DATABASE_URL, within);
  } finally {
    const peakMb = server.peakMemoryMb();
    const code = await server.stop();
    limit?.remove();
    const limited = limit?.words ?? "no limit could be set here: the most that was resident counts";
    console.log(`  ${limited}; ${peakMb} MB at most`);
    equal(code, 0, server.output().slice(-2_000));
    ok(Number.isNaN(peakMb) || peakMb <= memoryLimitMb, `${peakMb} MB`);
  }
}

async function use(address: string, database: string): Promise<void> {
  const headers = { cookie: await cookieOf(database), origin: address };
  const ask = async (path: string, init: RequestInit = {}) => {
    const all = { ...init, headers: { ...headers, ...init.headers } };
    const response = await fetch(address + path, all);
    const text = await response.text();
    ok(response.ok, `${path}: ${response.status} ${text.slice(0, 200)}`);
    return text;
  };
  const openPages = async () => {
    for (let at = 0; at < pages.length; at += 4)
      await Promise.all(pages.slice(at, at + 4).map((page) => ask(page)));
  };
  for (let round = 0; round < rounds; round++) await openPages();
  await ask("/api/job_posting/");
  const body = new FormData();
  body.set("file", new File([workbookOfApplications(rows)], "hunt.xlsx"));
  const { id } = JSON.parse(await ask("/api/import_batch/", { method: "POST", body }));
  await Promise.all([ask(`/import/${id}`), ask(`/import/${id}/rows`)]);
  await ask(`/api/import_batch/${id}/commit`, { method: "POST" });
  await capture(ask);
  await openPages();
}

async function capture(ask: (path: string, init: RequestInit) => Promise<string>): Promise<void> {
  const data = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: "Head gardener",
    hiringOrganization: { name: "Larch Gardens" },
    description: "Plants",
  };
  // As large as boards' pages are, whose scripts are most of it.
  const html = `<script type="application/ld+json">${JSON.stringify(data)}</script>
    <script>const state = "${"x".repeat(900_000)}"</script>${"<p>Plants and trees</p>".repeat(3_000)}`;
  const answer = await ask("/api/capture/?save=1", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ html, url: "https://jobs.example/larch" }),
  });
  match(answer, /Larch Gardens/);
}

/** Beside the server and within the same limit, as in a container. */
function backUp(DATABASE_URL: string, within: readonly string[]): void {
  const target = join(dirname(fileURLToPath(DATABASE_URL)), "backup");
  const server = join(".next", "standalone", "server.js");
  const [program = "", ...args] = [...within, "node", server, "backup", target];
  const env = { ...process.env, DATABASE_URL };
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: "utf8" });
  equal(status, 0, stderr);
  match(stdout, /holds everything, \d{4} postings/);
}
