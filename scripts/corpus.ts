import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { formatInstant } from "../lib/dates.ts";
import { planFile } from "../lib/imports/testing.ts";
import { scoreDuplicates } from "./corpus-duplicates.ts";
import { scoreInvitations } from "./corpus-invitations.ts";
import { scorePostings } from "./corpus-postings.ts";

// npm run test:corpus: imports published job hunts, reads published invitations, finds reposts in published lists, reads
// published pages of postings, and scores the results against hand-made expectations.
// The files are not part of the project.
const root = resolve(import.meta.dirname, "../../shared/data");
const hunts = join(root, "hunts");
const expected = join(root, "hunts-expected");
const zone = "Europe/Berlin";
/** Exempt from the minimum score: their rows need a person's decisions. */
const exempt = ["gmail-scan-211.csv", "gantt-phases-67.csv"];
/** Files without any application, by the end of their names. */
const withoutPostings = ["-header.csv", "template-1000-blank.xlsx"];

async function importHunt(path: string) {
  const { rows } = await planFile(path);
  const postings = rows.flatMap(({ draft }) => {
    if (!draft) return [];
    return [{ ...draft, applied_at: draft.applied_at && formatInstant(draft.applied_at, zone) }];
  });
  const attention = rows.filter(({ verdict }) => verdict === "attention");
  return { postings, attention: attention.map(({ number }) => number) };
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|xlsx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

type Score = { file: string; rows: number; right: number; surplus: number };

function parseScore(line: string): Score | null {
  const match =
    /^(\S+) rows (\d+) .*\| right (\d+) extra (\d+) invented-dates (\d+) .* false-flags (\d+)/.exec(
      line,
    );
  if (!match) return null;
  const [, file = "", rows, right, extra, invented, flags] = match;
  const surplus = Number(extra) + Number(invented) + Number(flags);
  return { file, rows: Number(rows), right: Number(right), surplus };
}

function judge(scores: Score[], empty: Map<string, number>): boolean[] {
  const scored = scores.filter(({ file }) => !exempt.includes(file));
  const verdicts: boolean[] = [];
  const report = (ok: boolean, text: string) => {
    verdicts.push(ok);
    console.log(`${ok ? "ok  " : "FAIL"} ${text}`);
  };
  for (const { file, rows, right } of scored) {
    report(right >= rows * 0.85, `${file}: ${((100 * right) / rows).toFixed(1)}% (minimum 85%)`);
  }
  const mean = scored.reduce((sum, { rows, right }) => sum + right / rows, 0) / scored.length;
  report(mean >= 0.95, `mean of files: ${(100 * mean).toFixed(1)}% (minimum 95%)`);
  const rows = scored.reduce((sum, score) => sum + score.rows, 0);
  const surplus = scored.reduce((sum, score) => sum + score.surplus, 0);
  report(
    surplus <= rows * 0.02,
    `extra, invented or needlessly flagged: ${surplus} of ${rows} (maximum 2%)`,
  );
  for (const [file, count] of empty) report(count === 0, `${file}: ${count} postings (expected 0)`);
  return verdicts;
}

async function main(): Promise<number> {
  if (!existsSync(hunts)) {
    console.log("No folder of published hunts here: the corpus is skipped.");
    console.log("0 passed, 0 failed, 1 skipped");
    return 0;
  }
  const actual = mkdtempSync(join(tmpdir(), "foothold-corpus-"));
  const empty = new Map<string, number>();
  try {
    for (const path of files(hunts)) {
      const name = relative(hunts, path);
      const result = await importHunt(path);
      const target = join(actual, `${name}.json`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, JSON.stringify(result));
      if (withoutPostings.some((end) => name.endsWith(end)))
        empty.set(name, result.postings.length);
    }
    const args = [join(expected, "score.mjs"), ...process.argv.slice(2), expected, actual];
    const output = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e8 });
    console.log(output);
    const scores = output.split("\n").flatMap((line) => parseScore(line) ?? []);
    const verdicts = [
      ...judge(scores, empty),
      ...(await scoreInvitations(root)),
      ...(await scoreDuplicates(root)),
      ...scorePostings(root),
    ];
    const failed = verdicts.filter((ok) => !ok).length;
    console.log(`${verdicts.length - failed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  } finally {
    rmSync(actual, { recursive: true, force: true });
  }
}

process.exitCode = await main();
