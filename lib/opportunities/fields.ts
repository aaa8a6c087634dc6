import { day } from "../records/day-fields.ts";
import { limitsOf } from "../records/derive.ts";
import { instant, json, rich, text } from "../records/fields.ts";
import { maxStatusLength } from "../statuses/documented.ts";

/** The fields of an opportunity, in the order of the API. */
export const opportunityFields = {
  job_title: text("Title", 128, {
    required: true,
    formRequired: true,
    search: "name",
    sample: "Data engineer",
  }),
  opportunity_status: text("Status", maxStatusLength.opportunity, {
    required: true,
    formRequired: true,
    search: 7,
    sample: "5 - Showed Opportunity Interest",
  }),
  recruiter_name: text("Recruiter", 64, {
    required: true,
    search: "name",
    sample: "Robin Lindqvist",
  }),
  recruiter_company: text("Recruiter’s company", 64, {
    required: true,
    search: "name",
    sample: "Harbour Talent",
  }),
  email_received_at: instant("Received", { sample: "2024-06-03T14:20:00-07:00" }),
  employment_type: text("Employment", 24, { search: 5, sample: "Contract" }),
  job_duration: text("Duration", 64, { search: 6, sample: "6 months" }),
  location_type: text("Place", 32, { search: 4, sample: "Remote" }),
  location_city: text("City", 64, { search: 3, sample: "Portland" }),
  comments: json("Comments", { search: 2, sample: [] }),
  job_description: rich("Description", {
    nullable: true,
    search: 1,
    sample: "<p>Pipelines for a wind farm</p>",
  }),
  deadline: day("Answer by", { part: "opening", nullable: true, sample: "2024-06-14" }),
  hiring_company: text("Hiring company", 128, {
    part: "opening",
    blank: true,
    search: 8,
    sample: "North Wind Farms",
  }),
};

/** The maximal length of each text field, in code points. */
export const opportunityLimits = limitsOf(opportunityFields);
