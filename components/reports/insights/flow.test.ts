import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Funnel } from "@/lib/reports/insights/funnel.ts";
import { funnelStages } from "@/lib/reports/insights/values.ts";
import type { FlowDrawing } from "./flow-mark.ts";
import { flowName, flowOf, flowRows } from "./flow-model.ts";
import { narrowFlow } from "./flow-narrow.ts";
import { wideFlow } from "./flow-wide.ts";

const some = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(100_000));
const ends = fc.record({ rejected: some, declined: some, silence: some, withdrawn: some });
const funnels: fc.Arbitrary<Funnel> = fc
  .record({
    saved: some,
    first: fc.double({ min: 0, max: 1, noNaN: true }),
    rows: fc.array(fc.tuple(ends, some), { minLength: 5, maxLength: 5 }),
  })
  .map(({ saved, first, rows }) => {
    let count = 0;
    const stages = rows
      .map(([exits, open], at) => {
        count += open + Object.values(exits).reduce((sum, n) => sum + n, 0);
        return { stage: funnelStages[4 - at] ?? "applied", count, exits, open };
      })
      .toReversed();
    const saved_first = Math.floor(first * (stages[0]?.count ?? 0));
    return { since: "2026-01-01", saved, saved_first, stages };
  });

describe("the flow diagram", () => {
  test("draws each number and piece once, within its frame, for any funnel", () => {
    fc.assert(
      fc.property(funnels, (funnel) => {
        const flow = flowOf(funnel);
        for (const drawing of [wideFlow(flow), narrowFlow(flow)]) check(drawing, funnel);
        for (const [, , count] of flowRows(flow)) expect(count).toBeGreaterThan(0);
      }),
    );
  });

  test("draws no marks for an empty funnel", () => {
    const none = { since: "2026-01-01", saved: 0, saved_first: 0, stages: [] };
    expect(wideFlow(flowOf(none)).marks).toEqual([]);
    expect(narrowFlow(flowOf(none)).marks).toEqual([]);
  });

  test("names each piece for screen readers", () => {
    expect(flowName({ stage: "applied", exit: "rejected" }, 1)).toBe(
      "Applied, rejected: 1 posting",
    );
    expect(flowName({ stage: "offer" }, 1200)).toBe("Offer: 1,200 postings");
  });
});

function check({ width, height, marks }: FlowDrawing, { saved, saved_first, stages }: Funnel) {
  const words = JSON.stringify(marks);
  expect(words).not.toMatch(/NaN|Infinity|null/);
  const keys = marks.map(({ query }) => `${query.stage} ${query.exit}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { bar } of marks) {
    if (!bar) continue;
    expect(bar.x + bar.width).toBeLessThanOrEqual(width);
    expect(bar.y + bar.height).toBeLessThanOrEqual(height + 4);
  }
  const of = (stage: string, exit?: string) =>
    marks.find(({ query }) => query.stage === stage && query.exit === exit)?.count ?? 0;
  expect(of("saved", "open")).toBe(saved);
  expect(of("saved", "on")).toBe(saved_first);
  stages.forEach(({ stage, count, exits, open }, at) => {
    expect(of(stage)).toBe(count);
    expect(of(stage, "open")).toBe(at === 4 ? 0 : open);
    for (const [exit, ended] of Object.entries(exits)) expect(of(stage, exit)).toBe(ended);
  });
  // No two lines of words lie on each other.
  const lines = marks.flatMap((mark) => (mark.words && !mark.words.stacked ? [mark.words] : []));
  lines.forEach((a, i) => {
    for (const b of lines.slice(i + 1)) {
      if (a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThan(12);
    }
  });
}
