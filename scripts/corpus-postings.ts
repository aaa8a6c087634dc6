import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { extract } from "../lib/capture/extract/extract.ts";

// Reads published pages of postings, board JSON and broken job data, and scores what was found against hand-made
// expectations.

/** The least share, in percent, of each figure that the scorer prints for all sets. */
const minimums: Readonly<Record<string, number>> = {
  "company+title": 97,
  locations: 90,
  employment_type: 90,
  pay: 90,
  "desc-contains": 98,
};

/** A page's text: by its byte order mark, the charset that it names, or as what it can be. */
function textOf(bytes: Buffer): string {
  const head = bytes.subarray(0, 1_024).toString("latin1");
  const named = /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1];
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : undefined;
  try {
    return new TextDecoder(mark ?? named ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Scores the extractor on the corpus; a verdict for each figure. None where the folder is absent. */
export function scorePostings(root: string, options: readonly string[] = []): boolean[] {
  const expected = join(root, "postings-expected");
  if (!existsSync(expected)) {
    console.log("No folder of published postings here: the extractor is not scored.");
    return [];
  }
  const actual = mkdtempSync(join(tmpdir(), "foothold-postings-"));
  try {
    const names = readdirSync(expected, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
      .map((entry) => relative(expected, join(entry.parentPath, entry.name)));
    let slowest = 0;
    for (const name of names) {
      const text = textOf(readFileSync(join(root, name.replace(/\.json$/, ""))));
      const start = performance.now();
      const captured = extract({ html: text });
      slowest = Math.max(slowest, performance.now() - start);
      mkdirSync(dirname(join(actual, name)), { recursive: true });
      writeFileSync(join(actual, name), JSON.stringify(captured));
    }
    const args = [join(expected, "score.mjs"), expected, actual, ...options];
    const output = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1e8 });
    console.log(output);
    console.log(`slowest of ${names.length} files: ${slowest.toFixed(0)} ms`);
    return judge(output.trim().split("\n").at(-1) ?? "");
  } finally {
    rmSync(actual, { recursive: true, force: true });
  }
}

/** The verdicts on the scorer's last line: "company+title 98.4% | company 99.0% … | invented postings 0". */
function judge(line: string): boolean[] {
  const report = (ok: boolean, text: string) => {
    console.log(`${ok ? "ok  " : "FAIL"} ${text}`);
    return ok;
  };
  const verdicts = Object.entries(minimums).map(([figure, least]) => {
    const at = line
      .split(/ (?=[a-z+_-]{3,30} [\d.]{1,6}%)|\| /)
      .find((part) => part.startsWith(`${figure} `));
    const share = Number.parseFloat(at?.slice(figure.length + 1) ?? "0");
    return report(share >= least, `postings, ${figure}: ${share}% (minimum ${least}%)`);
  });
  const invented = Number(/invented postings (\d+)/.exec(line)?.[1] ?? "1");
  return [
    ...verdicts,
    report(invented === 0, `postings that were invented: ${invented} (maximum 0)`),
  ];
}
