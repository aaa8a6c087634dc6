import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, toStored } from "../dates.ts";
import { sqlList } from "../reports/insights/queries.ts";
import { silenceAfterDays } from "../reports/insights/values.ts";
import { waitingStatuses } from "../statuses/documented.ts";

// CROSS JOIN keeps the order: the few spellings first, then the rows of each by the index of names.
const having = (actor: Actor, key: SQL | string, table: string, column: string) => {
  const [row, named] = [sql.identifier(table), sql`t.${sql.identifier(column)}`];
  return sql`select t.id from company_spelling s cross join ${row} t
    on t.user_id = s.user_id and ${named} = s.name collate nocase and t.deleted_at is null and ${named} <> ''
    where s.user_id = ${actor.user_id} and s.company_key = ${key}`;
};

/** Subquery: the ids of a company's postings, those that an agency published for it included. */
export const postingsOf = (actor: Actor, key: SQL | string): SQL =>
  sql`(${having(actor, key, "job_posting", "company_name")}
    union ${having(actor, key, "job_posting", "hiring_company")})`;

/** Subquery: the ids of the opportunities that a company offered, or that were offered for it. */
export const opportunitiesOf = (actor: Actor, key: SQL | string): SQL =>
  sql`(${having(actor, key, "email_opportunity", "recruiter_company")}
    union ${having(actor, key, "email_opportunity", "hiring_company")})`;

/** Subquery: the ids of the contacts at a company. */
export const contactsAt = (actor: Actor, key: SQL | string): SQL =>
  sql`(${having(actor, key, "contact", "company")})`;

/**
 * Condition: the application of a posting's facts `f` ended in silence: by its status, or since it has waited for as long
 * as reports count as silent.
 */
export const isSilent = (): SQL => sql`(f.ending = 'silence' or (f.ending = '' and f.reached = 1
  and f.applied_at <= ${toStored(Date.now() - silenceAfterDays * dayMs)}
  and f.posting_status in (${sqlList(waitingStatuses)})))`;

/** The statuses of an opportunity on which the other side fell silent, and that of a rejection. */
export const silentOffers = [
  "4 - Recruiter Ignored Interest",
  "2.7 - Right to Represent Ignored",
  "2.5 - Interviewed then Ignored",
] as const;
export const rejectedOffer = "2.3 - Rejected";
