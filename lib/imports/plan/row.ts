import { localDay } from "../../dates.ts";
import { resolveDate } from "../dates/resolve.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import { saysTheSame } from "../vocabulary/plain-words.ts";
import type { Target } from "../vocabulary/targets.ts";
import { resolveApplication } from "./application.ts";
import { commentsOf } from "./comment.ts";
import type { PlanContext } from "./context.ts";
import type { Draft, PlannedRow } from "./draft.ts";
import { plainFields } from "./fields.ts";
import { RowCells } from "./layout.ts";
import { Leftovers } from "./leftovers.ts";
import { type MailPlan, planMail } from "./mailbox.ts";
import { companyWarnings, shiftedCellsWarnings, skipReason } from "./plausibility.ts";
import { rowRemarks } from "./remarks.ts";
import { type RowStatus, readRowStatus } from "./row-status.ts";
import { siteOf } from "./site.ts";

/** Plans one row: a draft posting, or the reason to skip it. Cells without a field go into its comment. */
export function planRow(sheetRow: SheetRow, context: PlanContext): PlannedRow {
  if (sheetRow.remark && sheetRow.cells.length === 0) return skippedRow(sheetRow, sheetRow.remark);
  const row = new RowCells(context.layout, sheetRow.cells);
  const skipped = skipReason(row);
  if (skipped) return skippedRow(sheetRow, skipped);
  if (context.choices.kind !== "mailbox") return planPosting(sheetRow, row, context, null);
  const mail = planMail(row);
  return "skip" in mail
    ? skippedRow(sheetRow, mail.skip)
    : planPosting(sheetRow, row, context, mail);
}

const skippedRow = ({ number }: SheetRow, reason: string): PlannedRow => ({
  number,
  verdict: "skipped",
  reasons: [reason],
  draft: null,
  site_name: "",
});

function planPosting(
  sheetRow: SheetRow,
  row: RowCells,
  context: PlanContext,
  mail: MailPlan | null,
): PlannedRow {
  const { number, steps = [] } = sheetRow;
  const { choices, zone, file_name, moment } = context;
  const leftovers = new Leftovers(row);
  if (mail) leftovers.addTargets("company_name", "posting_title");
  leftovers.addTargets("marker", "comments");
  if (steps.length > 1) leftovers.addText("Steps", steps.join("\n"));

  const named = (target: Target) => leftovers.named(target, [row.first(target)])[0] ?? "";
  const company = mail?.company ?? named("company_name");
  const title = mail ? "" : named("posting_title");
  const plain = plainFields(row, leftovers);
  const rowStatus = readRowStatus(row, choices, zone);
  const application = resolveApplication(row.first("applied_at"), title !== "", rowStatus, context);
  if (application.dropped) leftovers.addTargets("applied_at");
  const source = named("job_site");
  const site = siteOf(source, plain.posting_url_full);
  if (!site.complete) leftovers.addTargets("job_site");
  const { status } = application;
  for (const at of row.layout.columns("posting_status"))
    if (!saysTheSame(row.text(at), status)) leftovers.addColumn(at);

  const draft: Draft = {
    company_name: leftovers.truncate("company_name", company),
    posting_title: leftovers.truncate("posting_title", title),
    posting_status: status,
    ...plain,
    posting_url_domain: plain.posting_url_domain || (/^referr/i.test(source) ? "Referral" : ""),
    applied_at: application.applied_at,
    ...outcomeDays(row, rowStatus, application, context, leftovers),
    rejected_after_stage: leftovers.truncate(
      "rejected_after_stage",
      stageReached(row, rowStatus, context.standing(status)),
    ),
    comments: [],
  };
  const repeats = mail ? null : context.duplicates.repeats(number, draft);
  const reasons = [
    ...rowRemarks(sheetRow),
    ...(mail ? [mail.warning] : companyWarnings(row, company, title)),
    ...rowStatus.warnings,
    ...application.warnings,
    ...leftovers.warnings,
    ...shiftedCellsWarnings(row, choices),
    ...(repeats ? [repeats] : []),
  ];
  const heading = `Imported from ${file_name}, row ${number}.`;
  draft.comments = commentsOf(heading, reasons, leftovers.lines, moment);
  const verdict = reasons.length > 0 ? "attention" : "new";
  return { number, verdict, reasons, draft, site_name: site.name, repeats: repeats !== null };
}

/** The days of interview and rejection; a day of rejection counts only if the status is rejected. */
function outcomeDays(
  row: RowCells,
  rowStatus: RowStatus,
  { status, applied_at }: { status: string; applied_at: string | null },
  { choices, zone, standing }: PlanContext,
  leftovers: Leftovers,
) {
  const day = (target: "interviewed_at" | "rejected_at") => {
    const cell = row.first(target);
    const at = cell ? (resolveDate(cell, choices.order, zone).at ?? null) : null;
    // An answer before the application is about something else.
    const late = at && applied_at && localDay(at, zone) < localDay(applied_at, zone);
    if (cell && (!at || late)) leftovers.addTargets(target);
    return late ? null : at;
  };
  const rejected = standing(status) === "3 - Rejected";
  if (!rejected) leftovers.addTargets("rejected_at");
  return {
    interviewed_at: day("interviewed_at") ?? rowStatus.interviewed_at,
    rejected_at: rejected
      ? (day("rejected_at") ?? rowStatus.rejected_at ?? rowStatus.answered_at)
      : null,
  };
}

// Saved and unanswered applications have no stage.
function stageReached(row: RowCells, { stage }: RowStatus, status: string): string {
  const early = status.startsWith("5") || status.startsWith("4");
  return row.first("rejected_after_stage") || (early ? "" : stage);
}
