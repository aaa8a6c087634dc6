// Ratios against the least that the same answers could cost: npm run bench
// [-- --quick | --sizes=1k,100k | --data=FOLDER | --rounds=5 | --seconds=2]
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../scripts/build.ts";
import { run } from "../scripts/command.mjs";
import { fill, type Size } from "./data.ts";
import { ratio } from "./load.ts";
import { commit, isWorse, lastRun, machine, type Run, record, tables, worse } from "./record.ts";
import { quickRows, type Row, rowsOf } from "./rows.ts";
import { foothold, serve } from "./servers.ts";
import { weigh } from "./weigh.ts";

const sizes: Record<string, Size> = {
  "1k": { people: 1, first: 1_000, each: 0 },
  "100k": { people: 991, first: 1_000, each: 100 },
  "1M": { people: 9_991, first: 1_000, each: 100 },
};

const option = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const quick = process.argv.includes("--quick");
const effort = {
  rounds: Number(option("rounds") ?? 5),
  seconds: Number(option("seconds") ?? (quick ? 1 : 2)),
};
const wanted = quick ? ["1k"] : (option("sizes")?.split(",") ?? Object.keys(sizes));

const folder = mkdtempSync(join(tmpdir(), "foothold-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.AUTH_SECRET = "a secret that only the bench uses";

const began = performance.now();
const stamp = () => statSync(".next/BUILD_ID", { throwIfNoEntry: false })?.mtimeMs;
const built = stamp();
await build();
const took = stamp() === built ? null : Math.round((performance.now() - began) / 1000);
const env = { ...process.env, NODE_ENV: "production" as const };
if (isStale("bench/bare/.next/BUILD_ID", "package-lock.json")) {
  await run("next", ["build", "bench/bare"], { quiet: true, env });
}

const result: Run = {
  commit: commit(),
  day: new Date().toISOString().slice(0, 10),
  machine: machine(),
  rows: {},
  against: {},
  servers: {},
  build: took,
  pages: {},
};
const before = lastRun();
for (const size of wanted) {
  await measure(size);
  if (!quick) record(result, before);
}
console.log(tables(result, before));
if (quick) {
  const slower = worse(result, before);
  if (slower.length > 0) console.error(`More than a quarter worse: ${slower.join("; ")}`);
  process.exit(slower.length > 0 ? 1 : 0);
}
process.exit(0);

function isStale(made: string, of: string): boolean {
  return !existsSync(made) || statSync(made).mtimeMs < statSync(of).mtimeMs;
}

/** The data of a size: made before, in the folder that `--data` names, or made now. */
async function database(size: string): Promise<string> {
  const path = join(folder, `${size}.db`);
  const made = join(option("data") ?? folder, `${size}.db`);
  if (made !== path && existsSync(made)) copyFileSync(made, path);
  else await fill(path, sizes[size] as Size);
  return path;
}

async function measure(size: string): Promise<void> {
  const path = await database(size);
  process.env.DATABASE_URL = `file:${path}`;
  const { signedIn } = await import("./sign.ts");
  const headers = await signedIn(1);
  const ours = await serve(foothold, { RATE_LIMITS: "off" }, "/api/health/ready");
  const one = await fetch(`${ours.address}/api/job_posting/1`, { headers: headers.program });
  const bytes = (await one.bytes()).length;
  const bare = await serve(
    ["node", "node_modules/next/dist/bin/next", "start", "bench/bare", "-p", "PORT"],
    { BENCH_BYTES: String(bytes) },
  );
  const plain = await serve(["node", "bench/plain-server.ts"], {});
  const rows = rowsOf({ ours, plain, bare }, headers).filter(
    ({ what }) => !quick || quickRows.includes(what),
  );
  result.rows[size] = {};
  for (const row of rows) await measureRow(size, row);
  const file = Math.round(statSync(path).size / 2 ** 20);
  result.servers[size] = { ready: ours.ready / 1000, memory: ours.memory(), file };
  await Promise.all([ours.stop(), bare.stop(), plain.stop()]);
}

async function measureRow(size: string, { what, against, ours, baseline }: Row): Promise<void> {
  let found = await ratio(ours, baseline, effort);
  // What looks worse is measured again, longer, before it counts: other programs run here too.
  const then = before?.rows[size]?.[what];
  if (quick && then && isWorse(found, then)) {
    const again = await ratio(ours, baseline, { rounds: 5, seconds: 2 });
    if (!isWorse(again, then)) found = again;
  }
  Object.assign(result.rows[size] ?? {}, { [what]: found });
  result.against[what] = against;
  console.error(`${size}: ${what} ${found.ratio.toFixed(2)}, work ${found.work.toFixed(2)}`);
  if (what.includes("page") && !what.startsWith("search") && ours.headers?.cookie) {
    result.pages[what] ??= await weigh(ours);
  }
}
