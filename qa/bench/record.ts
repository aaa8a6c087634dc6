import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { tables } from "./tables.ts";

/** What one row came to at one size. */
export type Measured = { ratio: number; work: number; cost: number };
export type ServerFigures = { ready: number; memory: number; file: number };
export type Weights = Record<string, { html: number; rest: number }>;

/** One run of the bench. */
export type Run = {
  commit: string;
  day: string;
  machine: string;
  /** by size, by row */
  rows: Record<string, Record<string, Measured>>;
  /** what `--quick` measures, in its way */
  quick?: Record<string, Measured>;
  /** searches of one person's 50,000 postings */
  search?: Record<string, Measured>;
  against: Record<string, string>;
  /** by size */
  servers: Record<string, ServerFigures>;
  build: number | null;
  pages: Weights;
};

const files = { json: "qa/bench/latest.json", table: "qa/bench/latest.md" };

/** The run that was recorded last, if one was. */
export function lastRun(): Run | null {
  return existsSync(files.json) ? JSON.parse(readFileSync(files.json, "utf8")) : null;
}

/** Which machine this is, as far as ratios may depend on it. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

export const commit = (): string =>
  execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();

/** Writes the run down for the next one to compare with. */
export function record(run: Run, before: Run | null): void {
  writeFileSync(files.json, `${JSON.stringify(run, null, 2)}\n`);
  writeFileSync(files.table, tables(run, before));
}
