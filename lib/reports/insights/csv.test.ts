import { expect, test } from "vitest";
import { csvStream } from "./csv.ts";

async function* batches() {
  yield [['=1+"2"', 3]];
  yield [
    ["a, b", null],
    ["-x", 0],
  ];
}

test("writes rows batch by batch, with nothing in them that a spreadsheet would run", async () => {
  const answer = csvStream("hunt", ["name", "count"], batches());
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="hunt.csv"');
  const text = Buffer.from(await answer.arrayBuffer()).toString();
  expect(text).toBe('\uFEFFname,count\r\n"\'=1+""2""",3\r\n"a, b",\r\n\'-x,0\r\n');
});
