import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { InterviewSubject } from "../interviews/schema.ts";
import type { SubjectName } from "../interviews/with-subject.ts";
import { countsAsNone, offerCountsAs } from "../statuses/conditions.ts";
import { postingStatuses, statusWords } from "../statuses/documented.ts";
import { closedOpportunityStatuses } from "../statuses/documented-opportunity.ts";

/** What an interview may be planned about, as a choice: "job_posting-12". */
export type OpenSubject = { value: string; label: string; group: string };

/** A list to choose from, not one to read: the newest of each kind. */
const maxOfKind = 300;

type Row = { subject: SubjectName; id: number; name: string; title: string };

const closedStatuses = postingStatuses.filter((status) =>
  ["closed", "rejected"].includes(statusWords(status).kind),
);

/** The actor's postings and opportunities that are not closed, the newest first. */
export async function openSubjects(actor: Actor): Promise<OpenSubject[]> {
  const [postings, opportunities] = await Promise.all([
    getDb().all<Row>(sql`
      select 'job_posting' as subject, id, company_name as name, posting_title as title
      from job_posting where user_id = ${actor.user_id} and deleted_at is null
        and ${countsAsNone(sql`posting_status`, actor.user_id, closedStatuses)}
      order by id desc limit ${maxOfKind}`),
    getDb().all<Row>(sql`
      select 'email_opportunity' as subject, id, recruiter_company as name, job_title as title
      from email_opportunity where user_id = ${actor.user_id} and deleted_at is null
        and not ${offerCountsAs(sql`opportunity_status`, actor.user_id, closedOpportunityStatuses)}
      order by id desc limit ${maxOfKind}`),
  ]);
  return [...postings.map(choice("Postings")), ...opportunities.map(choice("Opportunities"))];
}

const choice =
  (group: string) =>
  ({ subject, id, name, title }: Row): OpenSubject => ({
    value: `${subject}-${id}`,
    label: [name, title].filter(Boolean).join(", ") || "Untitled",
    group,
  });

/** What a choice names; undefined of any other text. */
export function parseSubject(value: string): InterviewSubject | undefined {
  const [, subject, id] = /^(job_posting|email_opportunity)-(\d{1,15})$/.exec(value) ?? [];
  return subject ? { subject: subject as SubjectName, id: Number(id) } : undefined;
}
