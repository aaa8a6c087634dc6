import { expect, test } from "vitest";
import type { MeasuredServer } from "./load.ts";
import { quickRows, rowsOf } from "./rows.ts";

const server = (address: string): MeasuredServer => ({
  address,
  cpuMs: () => 0,
  write: async () => {},
});
const servers = { ours: server("ours"), plain: server("plain"), bare: server("bare") };
const rows = rowsOf(servers, { api: {}, browser: { cookie: "" } });

test("each cached answer is measured from the cache and after a write, against the same rival", () => {
  const hits = rows.filter(({ source }) => source === "cache");
  const misses = rows.filter(({ source }) => source === "first after a write");
  expect(hits.length).toBeGreaterThan(9);
  expect(misses).toEqual(
    hits.map((hit) => ({
      ...hit,
      what: `${hit.what}, after a write`,
      source: "first after a write",
    })),
  );
});

test("quick rows are among all rows, with one after a write at least", () => {
  const quick = rows.filter(({ what }) => quickRows.includes(what));
  expect(quick.map(({ what }) => what).sort()).toEqual(quickRows.toSorted());
  expect(quick.map(({ source }) => source)).toContain("first after a write");
});
