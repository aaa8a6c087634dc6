import fc from "fast-check";
import { expect, test } from "vitest";
import { Invalid } from "../../errors.ts";
import { postingLimits } from "../../postings/fields.ts";
import { savedStatus } from "../../statuses/documented.ts";
import { planCells, planFile, withFile } from "../testing.ts";
import { isBlank, readYesNo } from "../vocabulary/answers.ts";
import { normalizeSpaces } from "../vocabulary/fold.ts";
import { saysTheSame } from "../vocabulary/plain-words.ts";
import type { Target } from "../vocabulary/targets.ts";
import { html } from "./comment.ts";
import type { Draft } from "./draft.ts";

const csv = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");

const draftOf = async (headings: string[], cells: string[]): Promise<Draft> => {
  const { rows } = await withFile(csv([headings, cells]), planFile);
  const draft = rows[0]?.draft;
  if (!draft) throw new Error("the row became no posting");
  return draft;
};

const heard = (draft: Draft) => draft.comments.map((comment) => comment.comment_content).join("");

test("cells without a field go into one comment, under their headings and escaped", async () => {
  const draft = await draftOf(
    ["Company", "Role", "Date Applied", "Priority", "Notes"],
    ["Larkspur", "Tester", "2026-01-20", "high", '<b onclick="x()">see</b>\nmore'],
  );
  expect(draft.comments).toHaveLength(1);
  expect(draft.comments[0]).toMatchObject({ id: 1, comment_type: "Note" });
  expect(heard(draft)).toContain("<p><strong>Priority:</strong> high</p>");
  expect(heard(draft)).toContain("&lt;b onclick=&quot;x()&quot;&gt;see&lt;/b&gt;<br>more");
  expect(heard(draft)).not.toContain("<b ");
});

test("a text that is too long is cut in its field and whole in the comment, and the row is reported", async () => {
  const company = `Long ${"name ".repeat(40)}end`;
  const url = `https://x.example/${"a".repeat(2100)}`;
  const { rows } = await withFile(
    csv([
      ["Company", "Role", "Link", "Date Applied"],
      [company, "Tester", url, "2026-01-20"],
    ]),
    planFile,
  );
  const draft = rows[0]?.draft as Draft;
  expect([...draft.company_name]).toHaveLength(postingLimits.company_name);
  expect(draft.posting_url_full).toBe("");
  expect(heard(draft)).toContain(company);
  expect(heard(draft)).toContain(url);
  expect(rows[0]?.verdict).toBe("attention");
});

test("a cell longer than a comment is split over several comments", async () => {
  const draft = await draftOf(
    ["Company", "Role", "Notes"],
    ["Larkspur", "Tester", "word & ".repeat(20_000)],
  );
  expect(draft.comments.length).toBeGreaterThan(1);
  for (const { comment_content } of draft.comments)
    expect(comment_content.length).toBeLessThanOrEqual(50_000);
});

const squash = (text: string) =>
  text
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/[\s_]+/g, " ")
    .toLowerCase();

const heading = fc.constantFrom(
  "Company",
  "Role",
  "Date Applied",
  "Status",
  "Stage",
  "Link",
  "Source",
  "Location",
  "Salary",
  "Notes",
  "Interview",
  "Offer",
  "Rejected?",
  "Recruiter",
  "Type",
  "Remote",
  "Priority",
  "",
  "Date",
  "End date",
);
const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "Applied",
    "Rejected",
    "Yes",
    "no",
    "N/A",
    "2026-01-20",
    "3/4/2026",
    "https://a.example/b",
    "Remote",
    "Larkspur",
    "Engineer",
    "€50k",
    "saved",
    "Full time",
    "LinkedIn",
    "x".repeat(300),
    "\ud800",
  ),
);

/** Whether a field says it in other words: “Applied” for a status, a yes under “Remote”. */
const isImplied = (text: string, target: Target | "" | undefined, draft: Draft) =>
  (target === "posting_status" && saysTheSame(text, draft.posting_status)) ||
  (target === "applied_at" && readYesNo(text) === false && draft.posting_status === savedStatus) ||
  (target === "location_type" && readYesNo(text) === true && draft.location_type !== "");

test("no cell is dropped: each one is in a field or in the comment", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(heading, { minLength: 2, maxLength: 8 }),
      fc.array(fc.array(cell, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      async (headings, table) => {
        const plan = await withFile(csv([headings, ...table]), planFile).catch((error) => {
          if (!(error instanceof Invalid)) throw error;
        });
        // A table that is refused is read by nobody, like one with days as headings.
        if (!plan) return;
        const { rows, table: found, analysis, choices } = plan;
        // Another row is taken for the headings, or the table for one on its side.
        const asGiven = headings.every(
          (text, at) => analysis.headings[at] === normalizeSpaces(text),
        );
        if (found.row !== 1 || !asGiven) return;
        read += 1;
        for (const { draft, number, site_name } of rows) {
          if (!draft) continue;
          const { comments: _, ...fields } = draft;
          const told = squash([...Object.values(fields), site_name, heard(draft)].join("\n"));
          for (const [at, raw] of (table[number - 2] ?? []).entries()) {
            const text = normalizeSpaces(raw.toWellFormed());
            if (isBlank(text) || isImplied(text, choices.columns[at], draft)) continue;
            const day = /^\d{1,4}[-/]/.test(text) && /t\d\d:\d\d/.test(told);
            const found = day || told.includes(squash(text)) || told.includes(squash(html(text)));
            expect(found, `${JSON.stringify(text)} under ${analysis.headings}`).toBe(true);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(100);
});

test("a description ends where a posting's ends, and its row is asked about", () => {
  const row = planCells({
    Company: ["company_name", "Larkspur"],
    Title: ["posting_title", "Fitter"],
    Advert: ["job_description", "x".repeat(200_001)],
  });
  expect(row.draft?.job_description).toHaveLength(200_000);
  expect(row.reasons.join(" ")).toContain("longer than 200,000 characters");
});
