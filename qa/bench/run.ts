// Measures Foothold beside bare servers that do the least for the same answers, and writes qa/bench/latest.md:
// npm run bench [-- --quick | --sizes=1k,10k,100k,1M | --data=FOLDER | --rounds=20 | --seconds=0.25]
import { existsSync, statSync } from "node:fs";
import { build } from "../../scripts/build.ts";
import { run } from "../../scripts/command.mjs";
import { contentTimes, pageWeight } from "./browser.ts";
import { withServers } from "./measure.ts";
import { compareWithRival, type Measurement, type Rounds } from "./ratio.ts";
import { isRegression, lastRun, type Measurements, newRun, record, regressions } from "./record.ts";
import { pagePaths, quickRows, type Row, rowsOf, searchRowsOf } from "./rows.ts";
import { tables } from "./tables.ts";

const option = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const quick = process.argv.includes("--quick");
const quickRounds: Rounds = { rounds: 12, secondsPerRound: 0.25 };
const fullRounds: Rounds = {
  rounds: Number(option("rounds") ?? 20),
  secondsPerRound: Number(option("seconds") ?? 0.25),
};
const wantedSizes = option("sizes")?.split(",") ?? ["1k", "100k", "1M"];
const dataFolder = option("data");

const before = lastRun();
const result = newRun(await buildAll());
// Every run measures the quick rows as --quick does, so that CI compares like with like.
result.quick = (await measureRows("1k", quickRowsOf, quickRounds)).result;
if (quick) process.exit(compareQuickRows());
for (const size of wantedSizes) {
  const { result: rows, figures } = await measureRows(size, rowsOf, fullRounds);
  result.rows[size] = rows;
  result.servers[size] = figures;
  record(result, tables(result, before));
}
result.search = (await measureRows("50k", searchRowsOf, fullRounds)).result;
await measurePages();
record(result, tables(result, before));
console.log(tables(result, before));
process.exit(0);

/** Builds Foothold and the bare Next server where needed, and gives the seconds that the former took. */
async function buildAll(): Promise<number | null> {
  const buildTime = () => statSync(".next/BUILD_ID", { throwIfNoEntry: false })?.mtimeMs;
  const [began, timeBefore] = [performance.now(), buildTime()];
  await build();
  const isNew = buildTime() !== timeBefore;
  const seconds = isNew ? Math.round((performance.now() - began) / 1000) : null;
  if (isBareStale()) {
    const env = { ...process.env, NODE_ENV: "production" as const };
    await run("next", ["build", "qa/bench/bare"], { quiet: true, env });
  }
  return seconds;
}

function isBareStale(): boolean {
  const built = "qa/bench/bare/.next/BUILD_ID";
  const sources = ["package-lock.json", "qa/bench/bare/app/constant/route.js"];
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  return sources.some((source) => statSync(source).mtimeMs > builtAt);
}

function quickRowsOf(...given: Parameters<typeof rowsOf>): Row[] {
  return rowsOf(...given).filter(({ what }) => quickRows.includes(what));
}

function measureRows(size: string, choose: typeof rowsOf, rounds: Rounds) {
  return withServers(size, dataFolder, async (servers, credentials) => {
    const rows: Measurements = {};
    for (const row of choose(servers, credentials)) {
      const { what, against, source } = row;
      result.about[what] = { against, source };
      rows[what] = await measureRow(row, rounds);
      const { rateRatio, cpuRatio } = rows[what];
      console.error(`${size}: ${what}: rate ${rateRatio.toFixed(2)}, CPU ${cpuRatio.toFixed(2)}`);
    }
    return rows;
  });
}

/** A quick row that looks like a regression is measured up to twice more, as other programs run here too. */
async function measureRow(row: Row, rounds: Rounds): Promise<Measurement> {
  const recorded = quick ? before?.quick?.[row.what] : undefined;
  let measured = await compareWithRival(row, rounds);
  for (let retry = 0; retry < 2 && recorded && isRegression(measured, recorded); retry++) {
    measured = await compareWithRival(row, rounds);
  }
  return measured;
}

/** Weighs all pages, and loads some of them in a browser beside a static page. */
async function measurePages(): Promise<void> {
  await withServers("10k", dataFolder, async ({ ours, plain }, { browser }) => {
    for (const [page, path] of Object.entries(pagePaths))
      result.pages[page] = await pageWeight({ url: ours.address + path, headers: browser });
    const open = (path: string, lastElement: string) => ({ url: ours.address + path, lastElement });
    const contentPages = {
      "a static page": { url: `${plain.address}/page`, lastElement: "p" },
      "the dashboard's page": open("/dashboard", "#weeks"),
      "the postings' page": open("/postings", "tbody tr:nth-child(50)"),
      "a posting's page": open("/postings/1", "#posting-text"),
    };
    result.browser = await contentTimes(contentPages, {
      cookie: browser.cookie,
      warmLoads: 3,
      loads: 15,
    });
  });
}

/** Prints how the quick rows compare with the recorded ones, and gives the exit code. */
function compareQuickRows(): number {
  console.log(tables(result, before));
  const slower = regressions(result, before);
  if (!slower) console.log("Nothing is recorded of this kind of machine to compare with.");
  if (slower?.length) console.error(`More than a quarter worse: ${slower.join("; ")}`);
  const failed = slower?.length ? 1 : 0;
  console.log(`${1 - failed} passed, ${failed} failed`);
  return failed;
}
