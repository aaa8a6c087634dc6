import { expect, test } from "vitest";
import { random } from "../../../scripts/random.ts";
import { assignBest } from "./assignment.ts";

/** The greatest sum of an assignment, by trying all of them. */
function greatestSum(scores: number[][], row = 0, taken: readonly number[] = []): number {
  if (row === scores.length) return 0;
  const sums = (scores[row] ?? []).map((score, column) =>
    score > 0 && !taken.includes(column)
      ? score + greatestSum(scores, row + 1, [...taken, column])
      : 0,
  );
  return Math.max(greatestSum(scores, row + 1, taken), ...sums);
}

test("gives each row its own column, at the greatest sum", () => {
  const next = random(13);
  for (let round = 0; round < 300; round += 1) {
    const [rows, columns] = [1 + Math.floor(next() * 5), 1 + Math.floor(next() * 6)];
    const scores = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Math.max(0, Math.floor(next() * 100) - 30)),
    );
    const chosen = assignBest(scores);
    const taken = chosen.filter((column) => column !== null);
    expect(new Set(taken).size).toBe(taken.length);
    const sum = chosen.reduce<number>(
      (s, column, row) => s + (scores[row]?.[column ?? -1] ?? 0),
      0,
    );
    expect(sum).toBe(greatestSum(scores));
  }
});

test("leaves out a row that no column is good for", () => {
  expect(
    assignBest([
      [90, 100],
      [0, 95],
      [0, 0],
    ]),
  ).toEqual([0, 1, null]);
});
