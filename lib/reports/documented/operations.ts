import "server-only";
import { DateTime } from "luxon";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { HttpError } from "../../http/errors.ts";
import { type OperationResult, operation } from "../../http/operation.ts";
import type { Chunks } from "../../lists/chunks.ts";
import { jsonList } from "../../lists/json-list.ts";
import { applicationsAfter, applicationsPerSite, applicationsPerWeek } from "./queries.ts";

type ReportField = { field_title: string; field_name: string; sortable: boolean };
type DocumentedReport = {
  name: string;
  fields: ReportField[];
  /** its rows as JSON */
  data: (actor: Actor, day: string) => Promise<Chunks>;
};

const encoder = new TextEncoder();
const json = (text: string) => encoder.encode(text);

const inOnePiece =
  (rows: (actor: Actor, day: string) => Promise<object[]>): DocumentedReport["data"] =>
  async (actor, day) => [json(JSON.stringify(await rows(actor, day)))];

/** In chunks: there may be tens of thousands of rows. */
function listApplications(actor: Actor, day: string): Promise<Chunks> {
  let after = 0;
  return jsonList(
    (row: object) => row,
    async (limit) => {
      const rows = await applicationsAfter(actor, day, after, limit);
      after = rows.at(-1)?.id ?? 0;
      return { rows, isLast: rows.length < limit };
    },
  );
}

const fields = (sortable: boolean, titles: Record<string, string>): ReportField[] =>
  Object.entries(titles).map(([field_name, field_title]) => ({
    field_title,
    field_name,
    sortable,
  }));

const reports: Record<string, DocumentedReport> = {
  postingsAppliedSince: {
    name: "Postings Applied",
    fields: fields(true, {
      company_name: "Company Name",
      posting_title: "Posting Title",
      posting_status: "Posting Status",
      applied_at: "Applied At",
      rejected_after_stage: "Rejected After Stage",
    }),
    data: listApplications,
  },
  perSite: {
    name: "Postings Per Site",
    fields: fields(true, { site_name: "Site Name", site_count: "Site Count" }),
    data: inOnePiece(applicationsPerSite),
  },
  perWeek: {
    name: "Applications Per Week",
    fields: fields(false, { year: "Year", month: "Month", week: "Week", week_count: "Week Count" }),
    data: inOnePiece(applicationsPerWeek),
  },
};

/** The documented default start of a report. */
const documentedStart = "2024-01-01";

const reportShape = z.strictObject({
  report_name: z.string(),
  report_fields: z.array(
    z.strictObject({ field_title: z.string(), field_name: z.string(), sortable: z.boolean() }),
  ),
  report_data: z.array(z.record(z.string(), z.union([z.string(), z.int()]))),
});

const type = z.object({ report_type: z.string().regex(/^[A-Za-z]+$/) });
const since = type.extend({ reference_date: z.string().regex(/^\d{4}-\d\d-\d\d$/) });

const common = {
  method: "GET" as const,
  tag: "Reports",
  badRequest: "Invalid date format.",
  access: "user" as const,
  example: {
    response: {
      report_name: "Postings Per Site since 03/01/24",
      report_fields: fields(true, { site_name: "Site Name", site_count: "Site Count" }),
      report_data: [{ site_name: "Fern & Field careers", site_count: 4 }],
    },
  },
  responses: {
    200: { description: "The report", schema: reportShape },
    400: { description: "An unknown report or a day that does not exist" },
    404: { description: "Not the form of a report's address" },
  },
};

export const readReport = operation({
  ...common,
  id: "read_report",
  path: "/api/report/{report_type}",
  summary: "A report since the start of 2024",
  params: type,
  run: ({ actor, params }) => report(actor, params.report_type),
});

export const readReportSince = operation({
  ...common,
  id: "read_report_since",
  path: "/api/report/{report_type}/{reference_date}",
  summary: "A report since a day",
  params: since,
  run: ({ actor, params }) => report(actor, params.report_type, params.reference_date),
});

async function report(
  actor: Actor,
  name: string,
  reference_date?: string,
): Promise<OperationResult> {
  const found = Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (!found)
    throw badRequest(`Invalid report type. Valid types are: ${Object.keys(reports).join(", ")}.`);
  const day = DateTime.fromISO(reference_date ?? documentedStart);
  if (!day.isValid || day.year < 1) throw badRequest("Invalid date format.");
  const head = {
    report_name: reference_date ? `${found.name} since ${day.toFormat("LL/dd/yy")}` : found.name,
    report_fields: found.fields,
  };
  const data = await found.data(actor, reference_date ?? documentedStart);
  const begin = `${JSON.stringify(head).slice(0, -1)},"report_data":`;
  return { status: 200, json: [json(begin), ...data, json("}")] };
}

const badRequest = (error: string) => new HttpError(400, error, {}, { error });
