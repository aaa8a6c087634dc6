import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { withoutUnknownTags } from "../tags/queries.ts";
import { type OpportunityFilter, opportunityFilter } from "./schema.ts";

/** The same of the opportunities list: see lib/postings/read-filter.ts. */
export const readOpportunityFilter = (actor: Actor, params: object): Promise<OpportunityFilter> =>
  withoutUnknownTags(actor, opportunityFilter.parse(params));
