import { z } from "zod";
import { now } from "../dates.ts";
import { text } from "../fields.ts";
import { lookParameters } from "../lists/columns.ts";
import { boardParameters } from "../lists/layout.ts";
import { tableFilter } from "../lists/table-filter.ts";
import { typedNumber } from "../lists/typed-number.ts";
import { postingFields, postingLimits } from "../postings/fields.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { statusChange } from "../records/status-change.ts";
import { siteLimits } from "../sites/fields.ts";
import { noResponseStatus, savedStatus } from "../statuses/documented.ts";
import { tagParameters } from "../tags/schema.ts";
import { opportunityFields, opportunityLimits } from "./fields.ts";
import { opportunitySorting, recruitersSite } from "./values.ts";

/** Schema of the API's input; `zone` is for date-times without an offset. */
export const opportunityInput = inputOf(opportunityFields);

/** Schema of the opening sub-resource: until when an answer is wanted, and whom an agency hires for. */
export const opportunityOpeningInput = inputOf(opportunityFields, "opening");

export type OpportunityInput = z.infer<ReturnType<typeof opportunityInput>>;

/** Values that a change writes: any of the fields. */
export type OpportunityChange = Partial<OpportunityInput> &
  z.infer<ReturnType<typeof opportunityOpeningInput>>;

/** Schema of the opportunity's form; rich text is sanitised. */
export const opportunityForm = formOf(opportunityFields);

/** The defaults of a new opportunity. */
export const blankOpportunity = () => ({
  job_title: "",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "",
  recruiter_company: "",
  email_received_at: now(),
});

/** Initial values of an opportunity's form. */
export const opportunityInitial = (
  row: Parameters<typeof initialValues<typeof opportunityFields>>[1],
  zone: string,
) => initialValues(opportunityFields, row, zone);

/** Schema of an opportunity's status change, for its undo. */
export const opportunityStatusChange = statusChange(opportunityLimits.opportunity_status, {
  opportunity_status: z.string().max(opportunityLimits.opportunity_status),
});

export type OpportunityStatusChange = z.infer<typeof opportunityStatusChange>;

/**
 * Schema of the form that makes a posting of an opportunity; an empty site name means the default site. Without a
 * day of application it is saved, and with one it is no longer. `saved` are the person's statuses of that kind.
 */
export const turnInput = (zone: string, saved: readonly string[] = [savedStatus]) =>
  z
    .object({
      company_name: text({ max: postingLimits.company_name }),
      posting_title: text({ max: postingLimits.posting_title }),
      posting_status: text({ max: postingLimits.posting_status }),
      applied_at: postingFields.applied_at.form(zone).optional(),
      site_name: text({ max: siteLimits.site_name, blank: true }).transform(
        (name) => name || recruitersSite,
      ),
    })
    .superRefine(({ posting_status, applied_at }, ctx) => {
      if (saved.includes(posting_status) || applied_at) return;
      const message = "When did you apply? If you have not yet, choose the status “Saved”.";
      ctx.addIssue({ code: "custom", path: ["applied_at"], message });
    })
    .transform(({ posting_status: status, applied_at, ...rest }) => ({
      ...rest,
      applied_at: applied_at ?? undefined,
      posting_status: saved.includes(status) && applied_at ? noResponseStatus : status,
    }));

export type TurnInput = z.infer<ReturnType<typeof turnInput>>;

/** Query parameters of the opportunities page. */
export const opportunityFilter = tableFilter(opportunitySorting, {
  show: z.enum(["all", "active"]).default("all").catch("all"),
  status: z.string().max(opportunityLimits.opportunity_status).default("").catch(""),
  since: z.iso.date().optional().catch(undefined),
  place: z.string().trim().max(32).default("").catch(""),
  employment: z.string().trim().max(24).default("").catch(""),
  /** no word for more than so many days */
  waiting: z.preprocess(
    (value) => (typeof value === "string" ? typedNumber(value) : value),
    z.int().min(1).max(3_650).optional().catch(undefined),
  ),
  ...lookParameters,
  ...tagParameters,
  ...boardParameters(["status"]),
});

export type OpportunityFilter = z.infer<typeof opportunityFilter>;
