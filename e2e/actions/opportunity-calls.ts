import { type Call, call, form } from "./shape.ts";

/** The calls of the server actions on opportunities. */
export const opportunityCalls: Record<string, Call> = {
  "opportunities.addOpportunity": call(() => [{}, form({ job_title: "Added" })]),
  "opportunities.editOpportunity": call(({ opportunity }) => [
    opportunity,
    {},
    form({ job_title: "Edited" }),
  ]),
  "opportunities.removeOpportunity": call(({ opportunity }) => [opportunity]),
  "opportunities.turnIntoPosting": call(({ opportunity }) => [
    opportunity,
    {},
    form({ company_name: "C", posting_title: "T", posting_status: "5 - Saved", site_name: "S" }),
  ]),
  "opportunities.setOpportunityStatus": call(({ opportunity }) => [
    opportunity,
    "1 - Actively Engaged",
  ]),
  "opportunities.takeBackOpportunityStatus": call(
    ({ opportunity, click }) => [
      opportunity,
      { ...click, before: { opportunity_status: "1 - Actively Engaged" } },
    ],
    "nothing",
  ),
};
