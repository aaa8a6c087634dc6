import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const doc = readFileSync("docs/security.md", "utf8");

// Every requirement of levels 1 and 2 of OWASP ASVS 5.0, by section.
const required =
  "1.1:1,2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1,2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1,2 " +
  "3.3:1-4 3.4:1-6 3.5:1-5 3.7:1,2 4.1:1-3 4.2:1 4.3:1,2 4.4:1-4 5.1:1 5.2:1-3 5.3:1,2 " +
  "5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 " +
  "7.3:1,2 7.4:1-5 7.5:1,2 7.6:1,2 8.1:1,2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1,2 " +
  "10.2:1,2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1,2 10.7:1-3 11.1:1,2 11.2:1-3 11.3:1-3 " +
  "11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1,2 12.3:1-4 13.1:1 13.2:1-5 13.3:1,2 13.4:1-5 " +
  "14.1:1,2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 " +
  "16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1,2";

const ids = required.split(" ").flatMap((part) => {
  const [section = "", ranges = ""] = part.split(":");
  return ranges.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => `V${section}.${from + i}`);
  });
});

const rows = doc.split("\n").filter((line) => /^\| (V\d|API\d)/.test(line));
const cited = [...doc.matchAll(/`([\w./()[\]-]+\.(?:test|spec)\.ts) › ([^`]+)`/g)];

test("docs/security.md lists every requirement once", () => {
  const listed = rows.flatMap((row) => /^\| (V[\d.]+)/.exec(row)?.[1] ?? []);
  expect(listed).toEqual(ids);
  expect(rows.filter((row) => row.startsWith("| API"))).toHaveLength(10);
});

test("the counts at the head of docs/security.md are those of its rows", () => {
  const of = (kind: RegExp) => rows.filter((row) => row.startsWith("| V") && kind.test(row)).length;
  const [unmet, absent] = [of(/\*\*not met\*\*/), of(/\| does not apply/)];
  const head = doc.replaceAll(/\s+/g, " ");
  expect(head).toContain(
    `${ids.length} requirements: ${ids.length - unmet - absent} met, ${unmet} **not met** and said so, ${absent} that do not apply.`,
  );
});

test("every requirement that is met names a test", () => {
  const untested = rows.filter(
    (row) => !/\*\*not met\*\*|does not apply/.test(row) && !row.includes(" › "),
  );
  expect(untested).toEqual([]);
});

test("every test and file named in docs/security.md exists", () => {
  expect(cited.length).toBeGreaterThan(150);
  const missing = cited.filter(
    ([, file = "", name = ""]) => !existsSync(file) || !readFileSync(file, "utf8").includes(name),
  );
  expect(missing.map(([text]) => text)).toEqual([]);
  const files = [...doc.matchAll(/`([\w.()[\]-]+(?:\/[\w.()[\]-]+)+\.(?:tsx?|mjs|md))`/g)];
  expect(files.map(([, file = ""]) => file).filter((file) => !existsSync(file))).toEqual([]);
});
