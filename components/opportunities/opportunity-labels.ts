import { opportunityKind } from "@/lib/opportunities/kind.ts";

type Titled = { job_title: string; recruiter_name: string; recruiter_company: string };

/** What an opportunity is called where there is room for one name. */
export const opportunityTitle = ({ job_title }: Pick<Titled, "job_title">): string =>
  job_title || opportunityKind.label.unnamed;

/** "Rhea Lund, Hive Staffing", or what is known of it. */
export const recruiterLabel = ({ recruiter_name, recruiter_company }: Omit<Titled, "job_title">) =>
  [recruiter_name, recruiter_company].filter(Boolean).join(", ");
