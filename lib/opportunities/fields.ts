import { limitsOf } from "../records/derive.ts";
import { instant, json, rich, text } from "../records/fields.ts";

/** The fields of an opportunity, in the order of the API. */
export const opportunityFields = {
  job_title: text({
    label: "Title",
    max: 128,
    required: true,
    formRequired: true,
    search: "name",
    sample: "Data engineer",
  }),
  opportunity_status: text({
    label: "Status",
    max: 48,
    required: true,
    formRequired: true,
    search: 7,
    sample: "5 - Showed Opportunity Interest",
  }),
  recruiter_name: text({
    label: "Recruiter",
    max: 64,
    required: true,
    search: "name",
    sample: "Robin Lindqvist",
  }),
  recruiter_company: text({
    label: "Recruiter’s company",
    max: 64,
    required: true,
    search: "name",
    sample: "Harbour Talent",
  }),
  email_received_at: instant({ label: "Received", sample: "2024-06-03T14:20:00-07:00" }),
  employment_type: text({ label: "Employment", max: 24, search: 5, sample: "Contract" }),
  job_duration: text({ label: "Duration", max: 64, search: 6, sample: "6 months" }),
  location_type: text({ label: "Place", max: 32, search: 4, sample: "Remote" }),
  location_city: text({ label: "City", max: 64, search: 3, sample: "Portland" }),
  comments: json({ label: "Comments", search: 2, sample: [] }),
  job_description: rich({
    label: "Description",
    nullable: true,
    search: 1,
    sample: "<p>Pipelines for a wind farm</p>",
  }),
};

/** The maximal length of each text field, in code points. */
export const opportunityLimits = limitsOf(opportunityFields);
