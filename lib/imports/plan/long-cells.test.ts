import { expect, test } from "vitest";
import { cpuMs } from "../../testing-cost.ts";
import { findDates } from "../dates/find.ts";
import { resolveDate } from "../dates/resolve.ts";
import { planCells } from "../testing.ts";
import { isBlank, readYesNo } from "../vocabulary/answers.ts";
import { fold, foldHeading, foldName, normalizeSpaces, wordKey } from "../vocabulary/fold.ts";
import { readStatus, stageOf } from "../vocabulary/status.ts";
import type { Target } from "../vocabulary/targets.ts";
import { withoutLinks } from "./links.ts";
import { hostOf, siteOf, urlIn, urlKey } from "./site.ts";

const length = 1024 * 1024;
const filled = (unit: string, end = "") =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + end;

// Texts that make a pattern look at the same characters again and again.
const texts = {
  "one word": `1 ${filled("a")}`,
  digits: filled("1/"),
  "signs at the end": `https://a.example/${filled(")", "a")}`,
  slashes: `https://${filled("/", "a")}`,
  quotes: filled('"', "a"),
  blanks: filled(" ", "a"),
  "short lines": filled("a \n"),
  brackets: filled("[a]("),
  capitals: filled("A"),
  joiners: filled("\u200da"),
  denials: filled("not selected for an interview "),
  days: filled("2024-01-01 10:00 "),
  "dense words": filled("面试 "),
};

const readers: Record<string, (text: string) => unknown> = {
  findDates,
  resolveDate: (text) => resolveDate(text, null, "UTC"),
  fold,
  foldName,
  foldHeading,
  wordKey,
  normalizeSpaces,
  isBlank,
  readYesNo,
  readStatus,
  stageOf,
  withoutLinks,
  urlIn,
  urlKey,
  hostOf,
  siteOf: (text) => siteOf(text, text),
};

const [readerMs, rowMs] = [50, 500];

test.each(Object.entries(readers))("%s reads a cell of 1 MiB at once", (_, read) => {
  for (const [name, text] of Object.entries(texts))
    expect(
      cpuMs(() => read(text), readerMs),
      name,
    ).toBeLessThan(readerMs);
});

const readTargets: Target[] = [
  "company_name",
  "posting_status",
  "applied_at",
  "posting_url_full",
  "job_site",
  "location_type",
  "pay_range",
  "marker",
];

test.each(readTargets)("a row with a cell of 1 MiB for %s is planned at once", (target) => {
  for (const [name, text] of Object.entries(texts)) {
    const plan = () => planCells({ Company: ["company_name", "Larkspur"], Other: [target, text] });
    expect(cpuMs(plan, rowMs), name).toBeLessThan(rowMs);
  }
});

test("mail of 1 MiB is planned at once", () => {
  for (const [name, text] of Object.entries(texts)) {
    const plan = () =>
      planCells(
        {
          From: ["company_name", text],
          Subject: ["posting_title", `Thank you for applying to ${text}`],
        },
        { kind: "mailbox" },
      );
    expect(cpuMs(plan, rowMs), name).toBeLessThan(rowMs);
  }
});
