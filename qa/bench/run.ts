// Ratios against the least that the same answers could cost: npm run bench
// [-- --quick | --sizes=1k,100k | --data=FOLDER | --rounds=20 | --seconds=0.25]
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { run } from "../../scripts/command.mjs";
import { isWorse, worse } from "./compare.ts";
import { fill, type Size } from "./fill.ts";
import { ratio } from "./load.ts";
import {
  commit,
  lastRun,
  type Measured,
  machine,
  type Run,
  record,
  type ServerFigures,
} from "./record.ts";
import { quickRows, type Row, rowsOf, searchRowsOf } from "./rows.ts";
import { foothold, serve } from "./servers.ts";
import { tables } from "./tables.ts";
import { weigh } from "./weigh.ts";

const sizes: Record<string, Size> = {
  "1k": { people: 1, first: 1_000, each: 0 },
  "100k": { people: 991, first: 1_000, each: 100 },
  "1M": { people: 9_991, first: 1_000, each: 100 },
  // One person alone, to be searched.
  "50k": { people: 1, first: 50_000, each: 0 },
};

const option = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const quick = process.argv.includes("--quick");
const briefly = { rounds: 12, seconds: 0.25 };
const effort = {
  rounds: Number(option("rounds") ?? 20),
  seconds: Number(option("seconds") ?? 0.25),
};
const wanted = option("sizes")?.split(",") ?? ["1k", "100k", "1M"];

const folder = mkdtempSync(join(tmpdir(), "foothold-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.env.AUTH_SECRET = "a secret that only the bench uses";

const began = performance.now();
const stamp = () => statSync(".next/BUILD_ID", { throwIfNoEntry: false })?.mtimeMs;
const built = stamp();
await build();
const took = stamp() === built ? null : Math.round((performance.now() - began) / 1000);
const env = { ...process.env, NODE_ENV: "production" as const };
if (isStale("qa/bench/bare/.next/BUILD_ID", "package-lock.json")) {
  await run("next", ["build", "qa/bench/bare"], { quiet: true, env });
}

const result: Run = {
  commit: commit(),
  day: new Date().toISOString().slice(0, 10),
  machine: machine(),
  rows: {},
  quick: {},
  search: {},
  against: {},
  servers: {},
  build: took,
  pages: {},
};
const before = lastRun();
// What --quick measures is measured in its way by every run, so that like is compared with like.
result.quick = (await measure("1k", quickRowsOf, briefly)).rows;
if (quick) process.exit(compare());
for (const size of wanted) {
  const { rows, figures } = await measure(size, rowsOf, effort);
  result.rows[size] = rows;
  result.servers[size] = figures;
  record(result, before);
}
result.search = (await measure("50k", searchRowsOf, effort)).rows;
record(result, before);
console.log(tables(result, before));
process.exit(0);

/** Says how the quick rows compare with the recorded ones, and gives the code to exit with. */
function compare(): number {
  console.log(tables(result, before));
  const slower = worse(result, before);
  if (!slower) console.log("Nothing to compare with is recorded of this kind of machine.");
  if (slower?.length) console.error(`More than a quarter worse: ${slower.join("; ")}`);
  const failed = slower?.length ? 1 : 0;
  console.log(`${1 - failed} passed, ${failed} failed`);
  return failed;
}

function isStale(made: string, of: string): boolean {
  return !existsSync(made) || statSync(made).mtimeMs < statSync(of).mtimeMs;
}

/** The data of a size, to be written to: made before, in the folder that `--data` names, or made now. */
async function database(size: string): Promise<string> {
  const path = join(folder, `${size}.db`);
  for (const rest of ["", "-wal", "-shm"]) rmSync(path + rest, { force: true });
  const made = join(option("data") ?? folder, `${size}.db`);
  if (made !== path && existsSync(made)) copyFileSync(made, path);
  else await fill(path, sizes[size] as Size);
  return path;
}

function quickRowsOf(...given: Parameters<typeof rowsOf>): Row[] {
  return rowsOf(...given).filter(({ what }) => quickRows.includes(what));
}

async function measure(
  size: string,
  choose: typeof rowsOf,
  effort: Parameters<typeof ratio>[2],
): Promise<{ rows: Record<string, Measured>; figures: ServerFigures }> {
  const path = await database(size);
  process.env.DATABASE_URL = `file:${path}`;
  const { signedIn } = await import("./sign.ts");
  const headers = await signedIn(1);
  const ours = await serve(foothold, { RATE_LIMITS: "off" }, "/api/health/ready");
  const one = await fetch(`${ours.address}/api/job_posting/1`, { headers: headers.program });
  const bytes = (await one.bytes()).length;
  const bare = await serve(
    ["node", "node_modules/next/dist/bin/next", "start", "qa/bench/bare", "-p", "PORT"],
    { BENCH_BYTES: String(bytes) },
  );
  const plain = await serve(["node", "qa/bench/plain-server.ts"], {});
  const rows: Record<string, Measured> = {};
  for (const row of choose({ ours, plain, bare }, headers)) {
    rows[row.what] = await measureRow(size, row, effort);
  }
  const file = Math.round(statSync(path).size / 2 ** 20);
  const figures = { ready: ours.ready / 1000, memory: ours.memory(), file };
  await Promise.all([ours.stop(), bare.stop(), plain.stop()]);
  return { rows, figures };
}

async function measureRow(
  size: string,
  { what, against, ours, baseline }: Row,
  effort: Parameters<typeof ratio>[2],
): Promise<Measured> {
  let found = await ratio(ours, baseline, effort);
  // What looks worse is measured again, twice, before it counts: other programs run here too.
  const then = quick && before?.quick?.[what];
  for (let again = 0; again < 2 && then && isWorse(found, then); again++) {
    found = await ratio(ours, baseline, effort);
  }
  result.against[what] = against;
  console.error(`${size}: ${what} ${found.ratio.toFixed(2)}, work ${found.work.toFixed(2)}`);
  if (what.includes("page") && !what.startsWith("search") && ours.headers?.cookie) {
    result.pages[what] ??= await weigh(ours);
  }
  return found;
}
