import "server-only";
import { getDb } from "../../db/client.ts";
import { jobSite } from "../../db/schema/tracker.ts";
import { Invalid } from "../errors.ts";
import { settleDue } from "../follow-ups/due.ts";
import { noSite } from "../postings/commands.ts";
import { postingLimits } from "../postings/fields.ts";
import { own } from "../records/conditions.ts";
import { isLonger } from "../unicode.ts";
import { followedUp, trashed } from "./common-effects.ts";
import type { Effect, Run } from "./effects.ts";
import { closedOpportunities, opportunityStatus } from "./opportunity-effects.ts";
import { closedPostings, postingSite, postingStage, postingStatus } from "./posting-effects.ts";
import type { BulkAction } from "./schema.ts";
import { tagged, untagged } from "./tag-effects.ts";

const postingsOnly = "Only postings have this.";

/** What an action does to rows of a kind. Throws `Invalid` where the kind has no such action or value. */
export function effectOf(run: Run, action: BulkAction): Effect {
  if (action.action === "trash") return trashed(run);
  if (action.action === "follow_up")
    return followedUp(run, action.what, settleDue(action, null, run.actor.time_zone));
  if (action.action === "tag") return tagged(run, action.tag_id ?? 0);
  if (action.action === "untag") return untagged(run, action.tag_id ?? 0);
  return run.kind === "job_posting" ? ofPostings(run, action) : ofOpportunities(run, action);
}

type OwnAction = Exclude<BulkAction, { action: "trash" | "follow_up" | "tag" | "untag" }>;

function ofPostings(run: Run, change: OwnAction): Effect {
  switch (change.action) {
    case "status": {
      const max = postingLimits.posting_status;
      if (isLonger(change.status, max))
        throw new Invalid({ change: [`Ensure this field has no more than ${max} characters.`] });
      return postingStatus(run, change.status, change.rejected_after_stage);
    }
    case "stage":
      return postingStage(run, change.rejected_after_stage);
    case "site":
      return postingSite(run, change.job_site_id);
    case "close_as_no_response":
      return closedPostings(run);
  }
}

function ofOpportunities(run: Run, change: OwnAction): Effect {
  if (change.action === "close_as_no_response") return closedOpportunities(run);
  if (change.action !== "status" || change.rejected_after_stage !== undefined)
    throw new Invalid({ change: [postingsOnly] });
  return opportunityStatus(run, change.status);
}

/** Throws `Invalid` where a change names a site that is not the actor's. */
export async function requireSite({ actor }: Run, change: BulkAction): Promise<void> {
  if (change.action !== "site") return;
  const { job_site_id: id } = change;
  const [site] = await getDb()
    .select({ id: jobSite.id })
    .from(jobSite)
    .where(own(jobSite, actor, id));
  if (!site) throw new Invalid(noSite(id));
}
