import "server-only";
import { partOperations } from "../http/part-operations.ts";
import { updateOpportunity } from "./commands.ts";
import { opportunityKind } from "./kind.ts";
import { getOpportunity } from "./queries.ts";
import { opportunityOpeningInput } from "./schema.ts";

/** Until when a recruiter wants an answer, and whom an agency hires for. */
export const opportunityOpening = partOperations(opportunityKind, {
  part: "opening",
  of: "opportunity",
  shape: "OpportunityOpening",
  body: opportunityOpeningInput,
  find: getOpportunity,
  update: updateOpportunity,
  summaries: {
    read: "The day by which an opportunity wants an answer, and whom an agency hires for",
    replace: "Change an opportunity's day or hiring company; what is not sent is kept",
    patch: "Change an opportunity's day or hiring company alone",
  },
  patched: "deadline",
});
