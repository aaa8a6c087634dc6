import { expect, test } from "vitest";
import { planFile, withFile } from "../testing.ts";

// Texts that make a pattern look at the same characters again and again, in a heading and in every cell of a row.
const units: Record<string, string> = {
  letters: "a",
  blanks: " ",
  "wide blanks": "\u3000",
  brackets: "(",
  "square brackets": "[",
  digits: "1",
  slashes: "/",
  capitals: "A",
  commas: ", ",
  marks: "\u0301\u0316",
  quotes: "“",
  dots: "a.",
  "at signs": "@a.",
  colons: "a: ",
  markup: "<b>",
  dashes: " - ",
  money: "$1,",
  backslashes: "\\",
  "wide letters": "Ａ",
};

const [small, growth, mostGrowth, leastMs] = [16_000, 4, 8, 300];

async function cpuMs(unit: string, length: number): Promise<number> {
  const long = unit.repeat(length / unit.length);
  const cell = (start: string) => `"${start}${long}x"`;
  const rows = [
    ["Company", "Status", cell("Date "), "Link", "Notes", cell("")],
    ["Larkspur", cell("1 "), cell("1 March "), cell("https://a.example/"), cell(""), cell("")],
    [cell(""), "Applied", "2026-01-20", "https://b.example/2", "n", "Remote"],
    ["Elm", "Rejected", "2026-01-21", "https://b.example/3", "n", cell("Remote ")],
  ];
  const start = process.threadCpuUsage();
  const planned = await withFile(rows.map((row) => row.join(",")).join("\n"), planFile);
  const { user, system } = process.threadCpuUsage(start);
  expect(planned.rows.length).toBeGreaterThan(0);
  return (user + system) / 1000;
}

test.each(Object.entries(units))(
  "a file of long cells costs no more than its length: %s",
  async (_, unit) => {
    await cpuMs(unit, 1_000);
    const allowedMs = Math.max(leastMs, mostGrowth * (await cpuMs(unit, small)));
    expect(await cpuMs(unit, small * growth)).toBeLessThan(allowedMs);
  },
);
