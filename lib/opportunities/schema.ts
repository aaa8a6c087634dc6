import { z } from "zod";
import { anyJson, instantIn, text } from "../fields.ts";
import { opportunityLimits } from "./values.ts";

type Limited = keyof typeof opportunityLimits;

const limited = (name: Limited) => text({ max: opportunityLimits[name] });

/** The fields of an opportunity as the API takes them; `zone` reads date-times without an offset. */
export const opportunityInput = (zone: string) =>
  z.object({
    job_title: limited("job_title"),
    opportunity_status: limited("opportunity_status"),
    recruiter_name: limited("recruiter_name"),
    recruiter_company: limited("recruiter_company"),
    email_received_at: instantIn(zone).optional(),
    employment_type: limited("employment_type").optional(),
    job_duration: limited("job_duration").optional(),
    location_type: limited("location_type").optional(),
    location_city: limited("location_city").optional(),
    comments: anyJson().nullable().optional(),
    job_description: text({ blank: true }).nullable().optional(),
  });

export type OpportunityInput = z.infer<ReturnType<typeof opportunityInput>>;
