import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** What one row came to at one size. */
export type Measured = { ratio: number; work: number; cost: number };
export type Weights = Record<string, { html: number; rest: number }>;

/** One run of the bench. */
export type Run = {
  commit: string;
  day: string;
  machine: string;
  /** by size, by row */
  rows: Record<string, Record<string, Measured>>;
  against: Record<string, string>;
  /** by size */
  servers: Record<string, { ready: number; memory: number; file: number }>;
  build: number | null;
  pages: Weights;
};

const files = { json: "bench/latest.json", table: "bench/latest.md" };

/** The run that was recorded last, if one was. */
export function lastRun(): Run | null {
  return existsSync(files.json) ? JSON.parse(readFileSync(files.json, "utf8")) : null;
}

/** Which machine this is, as far as ratios may depend on it. */
export const machine = (): string =>
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

export const commit = (): string =>
  execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();

/** Whether a ratio is more than a quarter worse than another. Answers a second depend on what else runs; work hardly. */
export const isWorse = (now: Measured, then: Measured): boolean =>
  now.work > 0 && then.work > 0 ? now.work < then.work * 0.75 : now.ratio < then.ratio * 0.75;

/** The rows that are more than a quarter worse than in the other run, on the same kind of machine. */
export function worse(run: Run, before: Run | null): string[] {
  if (before?.machine !== run.machine) return [];
  return Object.entries(run.rows).flatMap(([size, rows]) =>
    Object.entries(rows).flatMap(([what, now]) => {
      const then = before.rows[size]?.[what];
      return then && isWorse(now, then) ? [`${what} at ${size}`] : [];
    }),
  );
}

/** The run as tables, with the one before beside it. */
export function tables(run: Run, before: Run | null): string {
  const sizes = Object.keys(run.rows);
  const [smallest = "", largest = ""] = [sizes[0], sizes.at(-1)];
  const what = Object.keys(run.rows[smallest] ?? {});
  const number = (value: number | undefined | null) =>
    value && Number.isFinite(value) ? value.toFixed(2) : "–";
  const at = (size: string, row: string) => run.rows[size]?.[row];
  const growth = (row: string) => {
    const [few, many] = [at(smallest, row)?.work, at(largest, row)?.work];
    return few && many && sizes.length > 1 ? few / many : undefined;
  };
  const lines = what.map((row) => [
    row,
    run.against[row],
    ...sizes.map((size) => number(at(size, row)?.ratio)),
    ...sizes.map((size) => number(at(size, row)?.work)),
    number(growth(row)),
    number(before?.rows[smallest]?.[row]?.work),
    number(at(largest, row)?.cost),
  ]);
  const head = [
    "what",
    "against",
    ...sizes.map((size) => `rate, ${size}`),
    ...sizes.map((size) => `work, ${size}`),
    "growth",
    `before, ${smallest}`,
    "ms of a core",
  ];
  return [
    `# The bench\n`,
    `Commit ${run.commit}, ${run.day}. ${run.machine}.\n`,
    "Rate: answers a second, ours by the other's, both under eight connections in turns; the median of the rounds.",
    "Work: the other's processor time for an answer by ours, which other programs on the machine hardly change.",
    "Growth: the work's ratio at the smallest size by the one at the largest. Before: the work's in the run before.",
    "More is better, but for growth. `npm run bench` makes this anew.\n",
    table(head, lines),
    before ? `\nBefore: commit ${before.commit}, ${before.day}, ${before.machine}.\n` : "",
    table(
      ["postings", "ready after, s", "memory after the load, MB", "file, MB"],
      Object.entries(run.servers).map(([size, { ready, memory, file }]) => [
        size,
        ready.toFixed(1),
        String(memory),
        String(file),
      ]),
    ),
    `\nBuild: ${run.build === null ? "was there already" : `${run.build} s`}.\n`,
    table(
      ["page", "HTML, KB", "scripts and styles, KB"],
      Object.entries(run.pages).map(([page, { html, rest }]) => [page, String(html), String(rest)]),
    ),
    "",
  ].join("\n");
}

function table(head: (string | undefined)[], lines: (string | undefined)[][]): string {
  const rule = head.map((_, i) => (i === 0 ? "---" : "---:"));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Writes the run down for the next one to compare with. */
export function record(run: Run, before: Run | null): void {
  writeFileSync(files.json, `${JSON.stringify(run, null, 2)}\n`);
  writeFileSync(files.table, tables(run, before));
}
