import type { Row } from "../book/book.ts";
import { settleDate } from "../dates/settle.ts";
import type { Target } from "../words/targets.ts";
import type { Choices } from "./choices.ts";
import { commentContents } from "./comment.ts";
import type { Draft, PlannedRow } from "./draft.ts";
import { plainFields } from "./fields.ts";
import { clean, Fitter } from "./fit.ts";
import { Keeper } from "./keeper.ts";
import type { Layout } from "./layout.ts";
import { type MailPlan, planMail } from "./mailbox.ts";
import { companyDoubts } from "./names.ts";
import { sentOf } from "./sent.ts";
import { siteOf } from "./site.ts";
import { skipReason } from "./skip.ts";
import { type Standing, standingOf } from "./status.ts";

export type PlanContext = {
  layout: Layout;
  choices: Choices;
  /** the owner's zone, IANA name */
  zone: string;
  file_name: string;
  /** the moment of the import as the API writes it */
  moment: string;
};

/** Turns a row into a posting, or says why it is none. What has no field goes into its comment. */
export function planRow(row: Row, context: PlanContext): PlannedRow {
  const { layout, choices } = context;
  const skipped = skipReason(row.cells, layout);
  if (skipped) return skippedRow(row, skipped);
  if (choices.kind !== "mailbox") return planPosting(row, context, null);
  const mail = planMail(row.cells, layout);
  return "skip" in mail ? skippedRow(row, mail.skip) : planPosting(row, context, mail);
}

const skippedRow = ({ number }: Row, reason: string): PlannedRow => ({
  number,
  verdict: "skipped",
  reasons: [reason],
  draft: null,
  site_name: "",
});

function planPosting(row: Row, context: PlanContext, mail: MailPlan | null): PlannedRow {
  const { layout, choices, zone } = context;
  const { cells } = row;
  const keep = new Keeper(layout, cells);
  const fit = new Fitter(keep);
  if (mail) keep.target("company_name").target("posting_title");
  keep.target("posting_status").target("marker").target("comments");

  if (row.steps && row.steps.length > 1) keep.whole("Steps", row.steps.join("\n"));

  const company = mail?.company ?? layout.cell(cells, "company_name");
  const title = mail?.title ?? layout.cell(cells, "posting_title");
  const plain = plainFields(cells, layout, keep, fit);
  const standing = standingOf(cells, layout, choices, zone);
  const sent = sentOf(layout.cell(cells, "applied_at"), title !== "", standing, choices, zone);
  if (sent.dropped) keep.target("applied_at");
  const source = layout.cell(cells, "job_site");
  const site = siteOf(source, plain.posting_url_full);
  if (!site.whole) keep.target("job_site");

  const draft: Draft = {
    company_name: fit.text("company_name", company),
    posting_title: fit.text("posting_title", title),
    posting_status: sent.status,
    ...plain,
    posting_url_domain: plain.posting_url_domain || (/^referr/i.test(source) ? "Referral" : ""),
    applied_at: sent.applied_at,
    ...outcomeDays(cells, standing, sent.status, context, keep),
    rejected_after_stage: fit.text(
      "rejected_after_stage",
      stageText(cells, layout, standing, sent.status),
    ),
    job_description: clean(plain.job_description),
    comments: [],
  };
  const reasons = [
    ...(mail?.doubts ?? companyDoubts(company, title, headingOf(layout, "company_name"))),
    ...(company || title || mail ? [] : ["There is only an address: no company and no title."]),
    ...standing.doubts,
    ...sent.doubts,
    ...fit.doubts,
    ...shiftDoubt(cells, layout, choices),
  ];
  draft.comments = notes(
    `Imported from ${context.file_name}, row ${row.number}.`,
    reasons,
    keep,
    context,
  );
  const verdict = reasons.length > 0 ? "attention" : "new";
  return { number: row.number, verdict, reasons, draft, site_name: site.name };
}

const headingOf = (layout: Layout, target: Target) =>
  layout.headings[layout.columns(target)[0] ?? -1] ?? "";

/** The days of interview and rejection; a closing day only counts where the row was rejected. */
function outcomeDays(
  cells: readonly string[],
  standing: Standing,
  status: string,
  { layout, choices, zone }: PlanContext,
  keep: Keeper,
) {
  const day = (target: "interviewed_at" | "rejected_at", marked: string | null) => {
    const cell = layout.cell(cells, target);
    const at = cell ? (settleDate(cell, choices.order, zone).at ?? null) : null;
    if (cell && !at) keep.target(target);
    return at ?? marked;
  };
  const rejected = status === "3 - Rejected";
  if (!rejected) keep.target("rejected_at");
  return {
    interviewed_at: day("interviewed_at", standing.interviewed_at),
    rejected_at: rejected ? day("rejected_at", standing.rejected_at) : null,
  };
}

const payWords =
  /negotia|compet|unpaid|market|depend|doe|open|commission|volunt|stipend|n\.?v\.?b|vb|tarif/i;

/** Words where the other rows give numbers: the row's cells may have slipped into wrong columns. */
function shiftDoubt(cells: readonly string[], layout: Layout, { payInNumbers }: Choices): string[] {
  const pay = layout.cell(cells, "pay_range");
  if (!payInNumbers || pay.length < 3 || /\d/.test(pay) || payWords.test(pay)) return [];
  return [`“${pay}” stands for the pay; the cells may be in the wrong columns.`];
}

// The stage says how far it came; while nothing was heard there is none.
function stageText(
  cells: readonly string[],
  layout: Layout,
  standing: Standing,
  status: string,
): string {
  const named = layout.cell(cells, "rejected_after_stage");
  return named || (status.startsWith("5") || status.startsWith("4") ? "" : standing.stage);
}

function notes(
  title: string,
  doubts: string[],
  keep: Keeper,
  { moment }: PlanContext,
): Draft["comments"] {
  return commentContents(title, doubts, keep.lines).map((comment_content, at) => ({
    id: at + 1,
    commented_at: moment,
    comment_type: "Note",
    comment_content,
  }));
}
