import { type SQL, sql } from "drizzle-orm";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { nextStepSql } from "../follow-ups/next-step-sql.ts";
import { standingStageSql } from "../statuses/conditions.ts";
import { stages } from "../statuses/documented.ts";
import { firstTagName } from "../tags/filter.ts";
import { postingGroups } from "./groups.ts";
import { payOfPosting } from "./pay.ts";
import type { PostingSort } from "./values.ts";

const { applied_at, rejected_after_stage, location_type, location_city } = jobPosting;

const stagePlaces = stages.map((stage, at) => sql`when ${stage} then ${at + 1}`);

/** What the postings table is sorted by. */
export const postingSortColumns = (actor: Actor): Record<PostingSort, SQL> => ({
  applied_at: sql`${applied_at}`,
  company_name: sql`${jobPosting.company_name} collate nocase`,
  posting_title: sql`${jobPosting.posting_title} collate nocase`,
  posting_status: sql`${jobPosting.posting_status}`,
  stage: sql`case ${standingStageSql(rejected_after_stage, actor.user_id)} ${sql.join(stagePlaces, sql` `)} end`,
  place: sql`coalesce(nullif(${location_type}, ''), nullif(${location_city}, '')) collate nocase`,
  pay: payOfPosting,
  // Seconds before 1970, so that the longest wait is the greatest.
  waiting: sql`case when ${postingGroups(actor.user_id).waiting}
    then -unixepoch(substr(${applied_at}, 1, 19)) end`,
  next_step: nextStepSql("job_posting", actor),
  site: sql`(select nullif(its.site_name, '') collate nocase from job_site its
    where its.id = ${jobPosting.job_site_id})`,
  tags: firstTagName("job_posting"),
  deadline: sql`${jobPosting.deadline}`,
  employment: sql`nullif(${jobPosting.employment_type}, '') collate nocase`,
});
