import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { ContentTime, PageWeight } from "./browser.ts";
import type { Measurement } from "./ratio.ts";
import type { Source } from "./rows.ts";

/** Measurements by the name of their row. */
export type Measurements = Record<string, Measurement>;
export type ServerFigures = { startSeconds: number; memoryMb: number; fileMb: number };

/** One run of the bench. */
export type Run = {
  commit: string;
  day: string;
  machine: string;
  /** what each row is measured against, and where its answers come from */
  about: Record<string, { against: string; source: Source }>;
  /** by size */
  rows: Record<string, Measurements>;
  /** the rows of `--quick`, measured as it does */
  quick?: Measurements;
  /** searches of one person's 50,000 postings */
  search?: Measurements;
  /** pages in a browser, at one person's 10,000 postings */
  browser?: Record<string, ContentTime>;
  /** by size */
  servers: Record<string, ServerFigures>;
  /** null where the build was there already */
  buildSeconds: number | null;
  pages: Record<string, PageWeight>;
};

const files = { json: "qa/bench/latest.json", table: "qa/bench/latest.md" };

/** The recorded run, if there is one. */
export function lastRun(): Run | null {
  return existsSync(files.json) ? JSON.parse(readFileSync(files.json, "utf8")) : null;
}

/** The kind of machine, as far as ratios may depend on it. */
const machine = (): string =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

/** A run of today's commit on this machine, with nothing measured yet. */
export const newRun = (buildSeconds: number | null): Run => ({
  commit: execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim(),
  day: new Date().toISOString().slice(0, 10),
  machine: machine(),
  about: {},
  rows: {},
  servers: {},
  buildSeconds,
  pages: {},
});

/** Writes the run to latest.json, which the next run is compared with, and to latest.md. */
export function record(run: Run, tables: string): void {
  writeFileSync(files.json, `${JSON.stringify(run, null, 2)}\n`);
  writeFileSync(files.table, tables);
}

const maxLoss = 0.25;

/**
 * Whether both ratios are more than a quarter worse than before. A slower answer shows in both; other programs on the
 * machine change the rate much more than the CPU time.
 */
export const isRegression = (now: Measurement, before: Measurement): boolean =>
  now.rateRatio < before.rateRatio * (1 - maxLoss) &&
  !(now.cpuRatio >= before.cpuRatio * (1 - maxLoss));

/** The quick rows that regressed since the run before; undefined where that ran on another kind of machine. */
export function regressions(run: Run, before: Run | null): string[] | undefined {
  if (!before?.quick || before.machine !== run.machine) return undefined;
  const { quick } = before;
  return Object.entries(run.quick ?? {}).flatMap(([row, now]) => {
    const then = quick[row];
    return then && isRegression(now, then) ? [row] : [];
  });
}
