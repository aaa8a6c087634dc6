import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "./csv.ts";

/** The cells that a spreadsheet reads, which splits rows at one character and takes quotes at a cell's start. */
function cellsOf(csv: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, quoted, fresh] = ["", false, true];
  for (let at = 0; at < csv.length; at++) {
    const character = csv[at] as string;
    if (quoted && character === '"' && csv[at + 1] === '"') cell += csv[at++];
    else if (character === '"' && (quoted || fresh)) quoted = !quoted;
    else if (!quoted && (character === separator || /[\r\n]/.test(character))) {
      cells.push(cell);
      [cell, fresh] = ["", true];
      continue;
    } else cell += character;
    fresh = false;
  }
  return [...cells, cell];
}

const startsFormula = (cell: string) =>
  /^[=+\-@−]/.test(cell.normalize("NFKC").replace(/^[\s"\p{Z}\p{Cc}\p{Cf}]+/u, ""));

const awkward = fc.string({
  unit: fc.constantFrom(..."=+-@＝＋－＠﹦﹣−;,|\t\r\n\"' \u00a0\u200b\u202e\ufeffa1().é"),
  maxLength: 24,
});

describe("CSV", () => {
  test("starts no formula, whatever texts hold and wherever a spreadsheet splits them", () => {
    fc.assert(
      fc.property(
        fc.array(awkward, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(",", ";", "|", "\t"),
        (texts, separator) => {
          expect(cellsOf(csvLine(texts), separator).filter(startsFormula)).toEqual([]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['=HYPERLINK("http://a.example","x")', `"'=HYPERLINK(""http://a.example"",""x"")"`],
    [";=1+1", `";'=1+1"`],
    ["＝1+1", "'＝1+1"],
    [" =1+1", " '=1+1"],
    ['x;"=1+1"', `"x;""'=1+1"""`],
    ["-x", "'-x"],
  ])("writes %j as text", (text, written) => {
    expect(csvLine([text])).toBe(`${written}\r\n`);
  });

  test("gives other texts and numbers back as they are", () => {
    const cells = ["a, b", 'said "hi"', "C++ and C#", "a-b@c=d; e", "two\nlines", "1−2"];
    expect(cellsOf(csvLine([...cells, -3, null]), ",")).toEqual([...cells, "-3", "", "", ""]);
  });

  test("takes a long text in a moment", () => {
    const before = performance.now();
    for (const text of ["\n".repeat(1 << 17), `${'" '.repeat(1 << 16)}x`]) csvLine([text]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
