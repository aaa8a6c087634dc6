// Ratios against the least that the same answers could cost, in one run: npm run bench [-- --quick]
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/build.ts";
import { run } from "../scripts/command.mjs";
import { ratio, type Target } from "./load.ts";
import { serve } from "./servers.ts";

const quick = process.argv.includes("--quick");
const effort = quick ? { rounds: 3, seconds: 1 } : { rounds: 5, seconds: 4 };
const folder = mkdtempSync(join(tmpdir(), "foothold-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.DATABASE_URL = `file:${join(folder, "bench.db")}`;
process.env.AUTH_SECRET = "a secret that only the bench uses";

await build();
const { seed } = await import("./seed.ts");
const posting = {
  company_name: "Fern & Field",
  posting_title: "Backend developer",
  posting_status: "4 - No Response",
  applied_at: "2024-04-02T12:00:00.000000Z",
  job_description: "Keep the orders flowing. ".repeat(40),
};
const { token, cookie } = await seed(1_000);
const ours = await serve(["node", "scripts/run.mjs", "start.ts"], { RATE_LIMITS: "off" }, "/login");
const headers = { authorization: `Bearer ${token}` };
const one: Target = { url: `${ours.address}/api/job_posting/500`, headers };
const bytes = (await (await fetch(one.url, { headers })).bytes()).length;

const env = { ...process.env, NODE_ENV: "production" as const };
await run("next", ["build", "bench/bare"], { quiet: true, env });
const bare = await serve(["next", "start", "bench/bare", "-p", "PORT"], {
  BENCH_BYTES: String(bytes),
});
const plain = await serve(["node", "bench/plain-server.ts"], {});

const create = (url: string, more: object = {}): Target => ({
  url,
  method: "POST",
  headers: { ...headers, "content-type": "application/json" },
  body: JSON.stringify({ ...posting, ...more }),
});

const rows: [string, string, Target, Target][] = [
  ["one posting", "a bare handler", one, { url: `${bare.address}/constant` }],
  [
    "a list of 1,000",
    "node:http",
    { url: `${ours.address}/api/job_posting/`, headers },
    { url: plain.address },
  ],
  [
    "the dashboard's page",
    "a bare page",
    { url: `${ours.address}/dashboard`, headers: { cookie } },
    { url: bare.address },
  ],
  [
    "create, durable",
    "node:http",
    create(`${ours.address}/api/job_posting/`, { job_site_id: 1 }),
    create(plain.address),
  ],
];

console.log("| what | against | ratio | a second | baseline |\n| --- | --- | ---: | ---: | ---: |");
for (const [what, against, target, baseline] of rows) {
  const found = await ratio(target, baseline, effort);
  console.log(
    `| ${what} | ${against} | ${found.ratio.toFixed(2)} | ${found.ours.toFixed(0)} | ${found.base.toFixed(0)} |`,
  );
}
const size = statSync(join(folder, "bench.db")).size / 1_048_576;
console.log(`The database had ${size.toFixed(1)} MB at the end.`);
process.exit(0);
