import "server-only";
import { sql } from "drizzle-orm";
import { setStatusOf } from "../opportunities/commands.ts";
import { offerCountsAs } from "../statuses/conditions.ts";
import type { OpportunityStatus } from "../statuses/documented-opportunity.ts";
import type { Effect, Run } from "./effects.ts";

const columns = ["opportunity_status"];

/** Sets the status of opportunities. */
export const opportunityStatus = ({ actor, moment }: Run, to: string): Effect => ({
  applies: sql`opportunity_status <> ${to}`,
  write: (which) => setStatusOf(actor, which, to, moment),
  columns,
});

/** What silence makes of a status. */
const silent = [
  ["5 - Showed Opportunity Interest", "4 - Recruiter Ignored Interest"],
  ["3 - Right to Represent Signed", "2.7 - Right to Represent Ignored"],
  ["2 - Awaiting Feedback", "2.5 - Interviewed then Ignored"],
  ["1 - Actively Engaged", "2.5 - Interviewed then Ignored"],
] as const satisfies readonly (readonly [OpportunityStatus, OpportunityStatus])[];

/** Closes opportunities whose recruiter no longer answers: each by how far it had come. */
export const closedOpportunities = ({ actor, moment }: Run): Effect => ({
  applies: offerCountsAs(
    sql`opportunity_status`,
    actor.user_id,
    silent.map(([from]) => from),
  ),
  write: (which) =>
    silent.flatMap(([from, to]) =>
      setStatusOf(
        actor,
        sql`${which} and ${offerCountsAs(sql`opportunity_status`, actor.user_id, [from])}`,
        to,
        moment,
      ),
    ),
  columns,
});
