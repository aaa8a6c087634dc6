import { resolveDate } from "../dates/resolve.ts";
import type { SheetRow } from "../spreadsheet/spreadsheet.ts";
import type { Target } from "../vocabulary/targets.ts";
import { resolveApplication } from "./application.ts";
import type { Choices } from "./choices.ts";
import { commentContents } from "./comment.ts";
import { companyWarnings } from "./company-warnings.ts";
import type { Draft, PlannedRow } from "./draft.ts";
import { plainFields } from "./fields.ts";
import type { Layout } from "./layout.ts";
import { LeftoverCells } from "./leftover-cells.ts";
import { type MailPlan, planMail } from "./mailbox.ts";
import { type RowStatus, readRowStatus } from "./row-status.ts";
import { siteOf } from "./site.ts";
import { skipReason } from "./skip.ts";
import { FieldTruncator, storableText } from "./truncator.ts";

export type PlanContext = {
  layout: Layout;
  choices: Choices;
  /** the owner's zone, IANA name */
  zone: string;
  file_name: string;
  /** the moment of the import as the API writes it */
  moment: string;
};

/** Plans one row: a draft posting, or the reason to skip it. Cells without a field go into its comment. */
export function planRow(row: SheetRow, context: PlanContext): PlannedRow {
  const { layout, choices } = context;
  const skipped = skipReason(row.cells, layout);
  if (skipped) return skippedRow(row, skipped);
  if (choices.kind !== "mailbox") return planPosting(row, context, null);
  const mail = planMail(row.cells, layout);
  return "skip" in mail ? skippedRow(row, mail.skip) : planPosting(row, context, mail);
}

const skippedRow = ({ number }: SheetRow, reason: string): PlannedRow => ({
  number,
  verdict: "skipped",
  reasons: [reason],
  draft: null,
  site_name: "",
});

function planPosting(row: SheetRow, context: PlanContext, mail: MailPlan | null): PlannedRow {
  const { layout, choices, zone } = context;
  const { cells } = row;
  const leftovers = new LeftoverCells(layout, cells);
  const truncator = new FieldTruncator(leftovers);
  if (mail) leftovers.addTarget("company_name").addTarget("posting_title");
  leftovers.addTarget("posting_status").addTarget("marker").addTarget("comments");

  if (row.steps && row.steps.length > 1) leftovers.addText("Steps", row.steps.join("\n"));

  const company = mail?.company ?? layout.cell(cells, "company_name");
  const title = mail?.title ?? layout.cell(cells, "posting_title");
  const plain = plainFields(cells, layout, leftovers, truncator);
  const rowStatus = readRowStatus(cells, layout, choices, zone);
  const application = resolveApplication(
    layout.cell(cells, "applied_at"),
    title !== "",
    rowStatus,
    choices,
    zone,
  );
  if (application.dropped) leftovers.addTarget("applied_at");
  const source = layout.cell(cells, "job_site");
  const site = siteOf(source, plain.posting_url_full);
  if (!site.complete) leftovers.addTarget("job_site");

  const draft: Draft = {
    company_name: truncator.truncate("company_name", company),
    posting_title: truncator.truncate("posting_title", title),
    posting_status: application.status,
    ...plain,
    posting_url_domain: plain.posting_url_domain || (/^referr/i.test(source) ? "Referral" : ""),
    applied_at: application.applied_at,
    ...outcomeDays(cells, rowStatus, application.status, context, leftovers),
    rejected_after_stage: truncator.truncate(
      "rejected_after_stage",
      stageReached(cells, layout, rowStatus, application.status),
    ),
    job_description: storableText(plain.job_description),
    comments: [],
  };
  const reasons = [
    ...(mail?.warnings ?? companyWarnings(company, title, headingOf(layout, "company_name"))),
    ...(company || title || mail ? [] : ["There is only an address: no company and no title."]),
    ...rowStatus.warnings,
    ...application.warnings,
    ...truncator.warnings,
    ...shiftedCellsWarning(cells, layout, choices),
  ];
  draft.comments = buildComments(
    `Imported from ${context.file_name}, row ${row.number}.`,
    reasons,
    leftovers,
    context,
  );
  const verdict = reasons.length > 0 ? "attention" : "new";
  return { number: row.number, verdict, reasons, draft, site_name: site.name };
}

const headingOf = (layout: Layout, target: Target) =>
  layout.headings[layout.columns(target)[0] ?? -1] ?? "";

/** The dates of interview and rejection; a rejection date counts only if the status is rejected. */
function outcomeDays(
  cells: readonly string[],
  rowStatus: RowStatus,
  status: string,
  { layout, choices, zone }: PlanContext,
  leftovers: LeftoverCells,
) {
  const day = (target: "interviewed_at" | "rejected_at", marked: string | null) => {
    const cell = layout.cell(cells, target);
    const at = cell ? (resolveDate(cell, choices.order, zone).at ?? null) : null;
    if (cell && !at) leftovers.addTarget(target);
    return at ?? marked;
  };
  const rejected = status === "3 - Rejected";
  if (!rejected) leftovers.addTarget("rejected_at");
  return {
    interviewed_at: day("interviewed_at", rowStatus.interviewed_at),
    rejected_at: rejected ? day("rejected_at", rowStatus.rejected_at) : null,
  };
}

const payWords =
  /negotia|compet|unpaid|market|depend|doe|open|commission|volunt|stipend|n\.?v\.?b|vb|tarif/i;

/** Warns about words in a numeric pay column: the row's cells may be shifted. */
function shiftedCellsWarning(
  cells: readonly string[],
  layout: Layout,
  { payInNumbers }: Choices,
): string[] {
  const pay = layout.cell(cells, "pay_range");
  if (!payInNumbers || pay.length < 3 || /\d/.test(pay) || payWords.test(pay)) return [];
  return [`“${pay}” stands for the pay; the cells may be in the wrong columns.`];
}

// Saved and unanswered applications have no stage.
function stageReached(
  cells: readonly string[],
  layout: Layout,
  rowStatus: RowStatus,
  status: string,
): string {
  const named = layout.cell(cells, "rejected_after_stage");
  return named || (status.startsWith("5") || status.startsWith("4") ? "" : rowStatus.stage);
}

function buildComments(
  title: string,
  warnings: string[],
  leftovers: LeftoverCells,
  { moment }: PlanContext,
): Draft["comments"] {
  return commentContents(title, warnings, leftovers.lines).map((comment_content, at) => ({
    id: at + 1,
    commented_at: moment,
    comment_type: "Note",
    comment_content,
  }));
}
