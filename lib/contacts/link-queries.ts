import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { contact, contactLink, interview } from "../../db/schema/people.ts";
import { emailOpportunity, jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { live } from "../records/conditions.ts";
import type { LinkTarget } from "./schema.ts";
import { maxLinks } from "./values.ts";

/** The contacts that are linked to a thing, by name. */
export async function peopleOf(actor: Actor, { column, id }: LinkTarget) {
  return getDb()
    .select({
      link_id: contactLink.id,
      is_documented: contactLink.is_documented,
      id: contact.id,
      name: contact.name,
      company: contact.company,
      kind: contact.kind,
      role: contact.role,
      email: contact.email,
      last_contacted_at: contact.last_contacted_at,
    })
    .from(contactLink)
    .innerJoin(contact, eq(contact.id, contactLink.contact_id))
    .where(and(eq(contactLink[column], id), live(contact, actor.user_id)))
    .orderBy(sql`${contact.name} collate nocase`, asc(contact.id))
    .limit(maxLinks);
}

/** With whom the actor's interviews of these ids are, by name. */
export async function peopleOfInterviews(actor: Actor, ids: readonly number[]) {
  const rows = await getDb()
    .select({
      interview_id: contactLink.interview_id,
      id: contact.id,
      name: contact.name,
      email: contact.email,
    })
    .from(contactLink)
    .innerJoin(contact, eq(contact.id, contactLink.contact_id))
    .where(and(inArray(contactLink.interview_id, [...ids]), live(contact, actor.user_id)))
    .orderBy(sql`${contact.name} collate nocase`, asc(contact.id))
    .limit(maxLinks);
  return Map.groupBy(rows, ({ interview_id }) => interview_id ?? 0);
}

/** What a contact is linked to: the latest of each kind first, up to `limit` of each, with how many there are. */
export async function thingsOf(actor: Actor, contactId: number, limit: number) {
  const db = getDb();
  const ofContact = eq(contactLink.contact_id, contactId);
  const opportunities = db
    .select({
      id: emailOpportunity.id,
      link_id: contactLink.id,
      job_title: emailOpportunity.job_title,
      recruiter_company: emailOpportunity.recruiter_company,
      opportunity_status: emailOpportunity.opportunity_status,
      email_received_at: emailOpportunity.email_received_at,
      total: sql<number>`count(*) over ()`,
    })
    .from(contactLink)
    .innerJoin(emailOpportunity, eq(emailOpportunity.id, contactLink.email_opportunity_id))
    .where(and(ofContact, live(emailOpportunity, actor.user_id)))
    .orderBy(desc(emailOpportunity.email_received_at), desc(emailOpportunity.id))
    .limit(limit);
  const postings = db
    .select({
      id: jobPosting.id,
      link_id: contactLink.id,
      company_name: jobPosting.company_name,
      posting_title: jobPosting.posting_title,
      posting_status: jobPosting.posting_status,
      applied_at: jobPosting.applied_at,
      total: sql<number>`count(*) over ()`,
    })
    .from(contactLink)
    .innerJoin(jobPosting, eq(jobPosting.id, contactLink.job_posting_id))
    .where(and(ofContact, live(jobPosting, actor.user_id)))
    .orderBy(desc(jobPosting.applied_at), desc(jobPosting.id))
    .limit(limit);
  const sites = db
    .select({ id: jobSite.id, link_id: contactLink.id, site_name: jobSite.site_name })
    .from(contactLink)
    .innerJoin(jobSite, eq(jobSite.id, contactLink.job_site_id))
    .where(and(ofContact, live(jobSite, actor.user_id)))
    .orderBy(sql`${jobSite.site_name} collate nocase`, asc(jobSite.id))
    .limit(limit);
  const interviews = db
    .select({
      id: interview.id,
      link_id: contactLink.id,
      kind: interview.kind,
      starts_at: interview.starts_at,
      outcome: interview.outcome,
      job_posting_id: interview.job_posting_id,
      email_opportunity_id: interview.email_opportunity_id,
      of: sql<string>`ifnull((select company_name from job_posting where id = ${interview.job_posting_id}),
        (select job_title from email_opportunity where id = ${interview.email_opportunity_id}))`,
    })
    .from(contactLink)
    .innerJoin(interview, eq(interview.id, contactLink.interview_id))
    .where(and(ofContact, live(interview, actor.user_id)))
    .orderBy(desc(interview.starts_at), desc(interview.id))
    .limit(limit);
  const [offered, applied, boards, rounds] = await Promise.all([
    opportunities,
    postings,
    sites,
    interviews,
  ]);
  return { opportunities: offered, postings: applied, sites: boards, interviews: rounds };
}

export type LinkedThings = Awaited<ReturnType<typeof thingsOf>>;
