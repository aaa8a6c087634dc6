import "server-only";
import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { emailOpportunity, jobPosting, jobSite } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { matches } from "../search.ts";

const most = 6;

// Every word must occur somewhere in what names the thing, in any order.
const named = (columns: SQL, words: string[]) =>
  and(...words.map((word) => matches(columns, word)));

/** The actor's latest postings, sites and opportunities that are called so: at most six of each. */
export async function find(actor: Actor, text: string) {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return { postings: [], sites: [], opportunities: [] };
  const [postings, sites, opportunities] = await Promise.all([
    findPostings(actor, words),
    findSites(actor, words),
    findOpportunities(actor, words),
  ]);
  return { postings, sites, opportunities };
}

function findPostings(actor: Actor, words: string[]) {
  const names = sql`${jobPosting.company_name} || ' ' || ${jobPosting.posting_title}`;
  return getDb()
    .select({
      id: jobPosting.id,
      company_name: jobPosting.company_name,
      posting_title: jobPosting.posting_title,
    })
    .from(jobPosting)
    .where(
      and(
        eq(jobPosting.user_id, actor.user_id),
        isNull(jobPosting.deleted_at),
        named(names, words),
      ),
    )
    .orderBy(desc(jobPosting.id))
    .limit(most);
}

function findSites(actor: Actor, words: string[]) {
  return getDb()
    .select({ id: jobSite.id, site_name: jobSite.site_name })
    .from(jobSite)
    .where(
      and(
        eq(jobSite.user_id, actor.user_id),
        isNull(jobSite.deleted_at),
        named(sql`${jobSite.site_name}`, words),
      ),
    )
    .orderBy(desc(jobSite.id))
    .limit(most);
}

function findOpportunities(actor: Actor, words: string[]) {
  const { job_title, recruiter_name, recruiter_company } = emailOpportunity;
  const names = sql`${job_title} || ' ' || ${recruiter_name} || ' ' || ${recruiter_company}`;
  return getDb()
    .select({ id: emailOpportunity.id, job_title, recruiter_name })
    .from(emailOpportunity)
    .where(
      and(
        eq(emailOpportunity.user_id, actor.user_id),
        isNull(emailOpportunity.deleted_at),
        named(names, words),
      ),
    )
    .orderBy(desc(emailOpportunity.id))
    .limit(most);
}
