import { expect, test, vi } from "vitest";
import { turnsDuring } from "../../testing-cost.ts";
import { withFile } from "../testing.ts";
import { importLimits } from "./limits.ts";
import { openSpreadsheet } from "./open.ts";

// A million records take csv-parse ten seconds, so a sheet holds fewer here.
vi.mock(import("./limits.ts"), async (original) => {
  const limits = await original();
  return { ...limits, importLimits: { ...limits.importLimits, sheetRows: 20_000 as 1_048_576 } };
});

const read = (contents: string) =>
  withFile(contents, async (path) => {
    const book = await openSpreadsheet(path);
    const rows = await Array.fromAsync(book.rows(0));
    book.close();
    return rows;
  });

const head = "Company,Title,Status\n";

test.each([
  ["one line", ",".repeat(100_000)],
  ["a line after others", `${head}${",".repeat(100_000)}\n`],
])("refuses %s of delimiters without end, before it is a record", async (_, file) => {
  await expect(read(file)).rejects.toThrow(/more than 500 columns/);
});

test("keeps of a wide row one column more than is allowed, and of a quoted text every comma", async () => {
  const text = "a, b, ".repeat(2_000).trim();
  const rows = await read(`${head}${"x,".repeat(3_000)}\n"${text}",Tester,Applied\n`);
  expect(rows[1]?.cells).toHaveLength(importLimits.columns + 1);
  expect(rows[2]?.cells).toEqual([text, "Tester", "Applied"]);
});

test("refuses a text of more rows than a sheet can hold, blank ones too", async () => {
  await expect(read(`${head}${"\r".repeat(20_001)}`)).rejects.toThrow(/more rows than a sheet/);
});

test("gives others their turn while a text is looked at", async () => {
  const file = head + ",;\t|".repeat(4_000).concat("\n").repeat(8);
  expect(await turnsDuring(() => read(file))).toBeGreaterThan(8);
});
