import { expect, test } from "vitest";
import { type KnownCells, planCells } from "../testing.ts";

const base: KnownCells = {
  Company: ["company_name", "Larkspur"],
  Role: ["posting_title", "Tester"],
  "Date Applied": ["applied_at", "2026-01-20"],
};

const planned = (cells: KnownCells, changed?: Parameters<typeof planCells>[1]) => {
  const { verdict, reasons, draft } = planCells({ ...base, ...cells }, changed);
  const day = (at: string | null | undefined) => at?.slice(0, 10) ?? null;
  return {
    verdict,
    reasons,
    status: draft?.posting_status.split(" ")[0],
    stage: draft?.rejected_after_stage,
    applied: day(draft?.applied_at),
    interview: day(draft?.interviewed_at),
    rejection: day(draft?.rejected_at),
  };
};

test.each([
  ["Response", "Y - Denied", "3"],
  ["Response", "Y - Interview done", "1"],
  ["Response", "N", "4"],
  ["Did you hear back?", "Yes - rejected", "3"],
  ["Did you hear back?", "No", "4"],
  ["Antwort", "nein", "4"],
  ["Réponse reçue", "Oui, refus", "3"],
  ["Rejected?", "x", "3"],
])("an answer under “%s”: %s", (heading, cell, status) => {
  for (const target of ["posting_status", "marker"] as const)
    expect(planned({ [heading]: [target, cell] })).toMatchObject({ status, verdict: "new" });
});

test("an answer that does not say what it was is asked, unless another column says it", () => {
  const asked = planned({ Response: ["posting_status", "Yes"] });
  expect(asked).toMatchObject({ verdict: "attention", status: "4", interview: null });
  expect(asked.reasons[0]).toContain("does not say what the answer was");
  const told = {
    Response: ["posting_status", "Yes"],
    Result: ["posting_status", "Offer"],
  } as const;
  expect(planned(told)).toMatchObject({ verdict: "new", status: "0.5" });
});

test.each(["no", "no-show", "cancelled", "fiel aus, nicht stattgefunden", "pending", "not yet"])(
  "a talk marked “%s” was none",
  (cell) => {
    const none = { stage: "", interview: null, status: "4" };
    expect(planned({ Interview: ["marker", cell] })).toMatchObject(none);
  },
);

test("the day a process ended is no interview: it is the day of the rejection", () => {
  const rejected = { Status: ["posting_status", "abgesagt"] } as const;
  const ended = {
    Gesprächsabschluss: ["marker", "09.02.2026"],
    Erstgespräch: ["marker", "nein"],
  } as const;
  const plain = { status: "3", stage: "", interview: null, rejection: "2026-02-09" };
  expect(planned({ ...rejected, ...ended })).toMatchObject(plain);
  const met = { ...ended, Erstgespräch: ["marker", "ja"] } as const;
  expect(planned({ ...rejected, ...met })).toMatchObject({ ...plain, stage: "HR Interview" });
  expect(planned({ Status: ["posting_status", "offen"], ...ended })).toMatchObject({
    interview: null,
    rejection: null,
  });
});

test("a day beside a status word is the day of that step", () => {
  const status = (cell: string): KnownCells => ({ Status: ["posting_status", cell] });
  expect(planned(status("Rejected 2026-02-03"))).toMatchObject({ rejection: "2026-02-03" });
  expect(planned(status("Interview on Feb 3, 2026"))).toMatchObject({ interview: "2026-02-03" });
  const undated = { "Date Applied": ["applied_at", ""] } as const;
  const applied = { ...status("Applied 2026-02-03"), ...undated };
  expect(planned(applied)).toMatchObject({ applied: "2026-02-03", status: "4" });
  const both = status("Applied 2026-02-03, rejected 2026-02-09");
  expect(planned(both)).toMatchObject({ rejection: null, applied: "2026-01-20", status: "3" });
});

test("a rejection before the application is not its rejection", () => {
  const cells: KnownCells = {
    Status: ["posting_status", "Rejected"],
    "Status Date": ["rejected_at", "2026-01-02"],
  };
  expect(planned(cells)).toMatchObject({ status: "3", rejection: null });
});

test("an interview column without a day makes no interview", () => {
  const cell = (text: string): KnownCells => ({ "Interview date": ["interviewed_at", text] });
  expect(planned(cell("no"))).toMatchObject({ status: "4", interview: null });
  expect(planned(cell("2026-02-03"))).toMatchObject({ status: "1", interview: "2026-02-03" });
});

test("a day of entry is no day of application where the status leaves it open", () => {
  const cells: KnownCells = { Status: ["posting_status", "ELIMINATED"] };
  const open = { verdict: "attention", status: "5", applied: null };
  expect(planned(cells, { applied: "entry" })).toMatchObject(open);
});
