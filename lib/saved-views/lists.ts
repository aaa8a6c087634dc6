import { opportunityKind } from "../opportunities/kind.ts";
import { opportunityFilter } from "../opportunities/schema.ts";
import { opportunitySorting } from "../opportunities/values.ts";
import { postingKind } from "../postings/kind.ts";
import { postingFilter } from "../postings/schema.ts";
import { postingSorting } from "../postings/values.ts";
import { type Params, stateOf, type ViewState } from "./state.ts";
import type { ViewKind } from "./values.ts";

/** The path of a list that has views. */
export const listPaths: Record<ViewKind, string> = {
  job_posting: postingKind.path,
  email_opportunity: opportunityKind.path,
};

/** The state that query parameters of a list stand for; what makes no sense is dropped. */
export const stateOfParams = (kind: ViewKind, params: Params): ViewState =>
  kind === "job_posting"
    ? stateOf(postingSorting, postingFilter.parse(params))
    : stateOf(opportunitySorting, opportunityFilter.parse(params));
