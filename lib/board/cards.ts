import "server-only";
import { and, inArray, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { isWaiting, lastMoved } from "../opportunities/narrowing.ts";
import { postingGroups } from "../postings/groups.ts";
import { live } from "../records/conditions.ts";
import { withTags } from "../tags/queries.ts";
import type { Tag } from "../tags/values.ts";
import { type DaysWaiting, daysWaiting } from "../today/days-waiting.ts";
import { type NextStep, nextSteps } from "../today/next-steps.ts";
import { quietAfter } from "../today/quiet-after.ts";
import type { BoardKind } from "./values.ts";

/** What a card shows of a posting or an opportunity. */
export type BoardCard = {
  id: number;
  /** the company, or who recruits */
  company: string;
  title: string;
  status: string;
  /** since when it stands so: the day of application, or of the mail */
  since: string | null;
  stage: string;
  location_type: string;
  location_city: string;
  pay: string;
  /** while no answer has come */
  waiting: DaysWaiting | null;
  next: NextStep | null;
  tags: readonly Tag[];
};

/** The cards of some of the actor's rows, in no order; those in the trash are left out. */
export async function cardsOf(
  actor: Actor,
  kind: BoardKind,
  ids: readonly number[],
): Promise<BoardCard[]> {
  if (ids.length === 0) return [];
  const [rows, quiet] = await Promise.all([
    kind === "job_posting" ? postingRows(actor, ids) : opportunityRows(actor, ids),
    quietAfter(actor),
  ]);
  const cards = (await withTags(actor, kind, rows)).map(({ waits_since, ...row }) => ({
    ...row,
    waiting: waits_since === null ? null : daysWaiting(waits_since, quiet),
  }));
  const steps = await nextSteps(actor, kind, cards);
  return cards.map(({ deadline: _, ...card }) => ({ ...card, next: steps.get(card.id) ?? null }));
}

const postingRows = (actor: Actor, ids: readonly number[]) =>
  getDb()
    .select({
      id: jobPosting.id,
      company: jobPosting.company_name,
      title: jobPosting.posting_title,
      status: jobPosting.posting_status,
      since: jobPosting.applied_at,
      stage: jobPosting.rejected_after_stage,
      location_type: jobPosting.location_type,
      location_city: jobPosting.location_city,
      pay: jobPosting.pay_range,
      deadline: jobPosting.deadline,
      waits_since: sql<
        string | null
      >`iif(${postingGroups(actor.user_id).waiting}, ${jobPosting.applied_at}, null)`,
    })
    .from(jobPosting)
    .where(and(inArray(jobPosting.id, [...ids]), live(jobPosting, actor.user_id)));

const opportunityRows = (actor: Actor, ids: readonly number[]) =>
  getDb()
    .select({
      id: emailOpportunity.id,
      company: sql<string>`coalesce(nullif(${emailOpportunity.recruiter_company}, ''), ${emailOpportunity.recruiter_name})`,
      title: emailOpportunity.job_title,
      status: emailOpportunity.opportunity_status,
      since: emailOpportunity.email_received_at,
      stage: sql<string>`''`,
      location_type: emailOpportunity.location_type,
      location_city: emailOpportunity.location_city,
      pay: sql<string>`''`,
      deadline: emailOpportunity.deadline,
      waits_since: sql<string | null>`iif(${isWaiting(actor)}, ${lastMoved}, null)`,
    })
    .from(emailOpportunity)
    .where(and(inArray(emailOpportunity.id, [...ids]), live(emailOpportunity, actor.user_id)));
