import { emailOpportunity } from "../../db/schema/tracker.ts";
import { restoreInterviewsOf, trashInterviewsOf } from "../interviews/with-subject.ts";
import type { Kind } from "../records/kind.ts";
import { tagNames } from "../tags/filter.ts";
import { opportunityFields } from "./fields.ts";

/** The declaration of opportunities. */
export const opportunityKind = {
  name: "email_opportunity",
  table: emailOpportunity,
  fields: opportunityFields,
  thing: "opportunity",
  tag: "Opportunities",
  about: "The openings that recruiters offered you.",
  label: { one: "Opportunity", many: "Opportunities", unnamed: "Untitled opportunity" },
  path: "/opportunities",
  status: "opportunity_status",
  date: "email_received_at",
  search: {
    number: 2,
    joined: { tags: { order: 9, value: tagNames("email_opportunity") } },
  },
  logged: true,
  trash: {
    name: "job_title",
    detail: "recruiter_name",
    takes: (which, deleted_at) => [trashInterviewsOf("email_opportunity", which, deleted_at)],
    restores: (_, which) => [restoreInterviewsOf("email_opportunity", which)],
  },
} as const satisfies Kind;
