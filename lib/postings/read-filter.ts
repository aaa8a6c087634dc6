import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { withoutUnknownTags } from "../tags/queries.ts";
import { type PostingFilter, postingFilter } from "./schema.ts";

/** The filter of the postings list by its query parameters; what makes no sense, and tags that there are not, are dropped. */
export const readPostingFilter = (actor: Actor, params: object): Promise<PostingFilter> =>
  withoutUnknownTags(actor, postingFilter.parse(params));
