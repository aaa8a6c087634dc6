import { z } from "zod";
import { now } from "../dates.ts";
import { text } from "../fields.ts";
import { tableFilter } from "../lists/table-filter.ts";
import { postingLimits } from "../postings/fields.ts";
import { formOf, initialValues, inputOf } from "../records/derive.ts";
import { statusChange } from "../records/status-change.ts";
import { siteLimits } from "../sites/fields.ts";
import { opportunityFields, opportunityLimits } from "./fields.ts";
import { opportunitySorting, recruitersSite } from "./values.ts";

/** The fields of an opportunity as the API takes them; `zone` reads date-times without an offset. */
export const opportunityInput = inputOf(opportunityFields);

export type OpportunityInput = z.infer<ReturnType<typeof opportunityInput>>;

/** The fields that a person's form sends, where all but title and status may be empty; its markup comes out safe. */
export const opportunityForm = (zone: string) => formOf(opportunityFields, zone, {});

/** An opportunity that nothing is known of yet. */
export const blankOpportunity = () => ({
  job_title: "",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "",
  recruiter_company: "",
  email_received_at: now(),
});

/** What the form of an opportunity begins with. */
export const opportunityInitial = (
  row: Parameters<typeof initialValues<typeof opportunityFields>>[1],
  zone: string,
) => initialValues(opportunityFields, row, zone);

/** What a click on an opportunity's status did. */
export const opportunityStatusChange = statusChange(opportunityLimits.opportunity_status, {
  opportunity_status: z.string().max(opportunityLimits.opportunity_status),
});

export type OpportunityStatusChange = z.infer<typeof opportunityStatusChange>;

/** What a person chooses when an opportunity becomes a posting; the site is named, an empty name means the usual one. */
export const turnInput = z.object({
  company_name: text({ max: postingLimits.company_name }),
  posting_title: text({ max: postingLimits.posting_title }),
  posting_status: text({ max: postingLimits.posting_status }),
  site_name: text({ max: siteLimits.site_name, blank: true }).transform(
    (name) => name || recruitersSite,
  ),
});

export type TurnInput = z.infer<typeof turnInput>;

/** The opportunities page's address. */
export const opportunityFilter = tableFilter(opportunitySorting, {
  show: z.enum(["all", "active"]).default("all").catch("all"),
});

export type OpportunityFilter = z.infer<typeof opportunityFilter>;
