import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, flag, id, instant, sqlNow } from "./columns.ts";
import { emailOpportunity, jobPosting, jobSite } from "./tracker.ts";

const isLive = sql`deleted_at is null`;
const isTrashed = sql`deleted_at is not null`;

const ofPosting = () => integer().references(() => jobPosting.id, { onDelete: "cascade" });
const ofOpportunity = () =>
  integer().references(() => emailOpportunity.id, { onDelete: "cascade" });
const ofSite = () => integer().references(() => jobSite.id, { onDelete: "cascade" });

/** A person whom somebody deals with in their hunt. */
export const contact = sqliteTable(
  "contact",
  {
    id: id(),
    user_id: owner(),
    name: blank(),
    company: blank(),
    kind: blank(),
    role: blank(),
    email: blank(),
    phone: blank(),
    url: blank(),
    notes: blank(),
    last_contacted_at: instant(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
  },
  (t) => [
    index("contact_live").on(t.user_id, t.id).where(isLive),
    index("contact_name").on(t.user_id, sql`name collate nocase`, t.id).where(isLive),
    index("contact_company").on(t.user_id, sql`company collate nocase`, t.id).where(isLive),
    index("contact_spoken").on(t.user_id, t.last_contacted_at, t.id).where(isLive),
    index("contact_email").on(t.user_id, sql`lower(email)`).where(sql`email <> ''`),
    index("contact_trash").on(t.user_id, t.deleted_at).where(isTrashed),
    index("contact_purge").on(t.deleted_at).where(isTrashed),
  ],
);

/** A round of talks about a posting or an opportunity (exactly one of them). */
export const interview = sqliteTable(
  "interview",
  {
    id: id(),
    user_id: owner(),
    job_posting_id: ofPosting(),
    email_opportunity_id: ofOpportunity(),
    /** an instant, or a day without a time */
    starts_at: instant().notNull(),
    /** null where the start has no time */
    ends_at: instant(),
    /** IANA; null for the person's own */
    time_zone: text(),
    kind: blank(),
    place: blank(),
    url: blank(),
    prepare: blank(),
    notes: blank(),
    /** Passed, Failed, Waiting, Cancelled, or empty */
    outcome: blank(),
    /** of the invitation that it came from (RFC 5545 UID and SEQUENCE) */
    invitation_uid: blank(),
    invitation_sequence: integer().notNull().default(0),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
  },
  (t) => [
    index("interview_live").on(t.user_id, t.id).where(isLive),
    index("interview_start").on(t.user_id, t.starts_at, t.id).where(isLive),
    index("interview_posting")
      .on(t.job_posting_id, t.starts_at, t.id)
      .where(sql`job_posting_id is not null`),
    index("interview_opportunity")
      .on(t.email_opportunity_id, t.starts_at, t.id)
      .where(sql`email_opportunity_id is not null`),
    index("interview_invitation").on(t.user_id, t.invitation_uid).where(sql`invitation_uid <> ''`),
    index("interview_trash").on(t.user_id, t.deleted_at).where(isTrashed),
    index("interview_purge").on(t.deleted_at).where(isTrashed),
  ],
);

/** Which contact belongs to which posting, opportunity, site or interview (exactly one of them). */
export const contactLink = sqliteTable(
  "contact_link",
  {
    id: id(),
    user_id: owner(),
    contact_id: integer()
      .notNull()
      .references(() => contact.id, { onDelete: "cascade" }),
    job_posting_id: ofPosting(),
    email_opportunity_id: ofOpportunity(),
    job_site_id: ofSite(),
    interview_id: integer().references(() => interview.id, { onDelete: "cascade" }),
    /** whether the documented field names this contact: recruiter_name, or contact_person; one per row */
    is_documented: flag(),
    created_at: instant().notNull().default(sqlNow),
  },
  (t) => [
    index("contact_link_user").on(t.user_id, t.id),
    uniqueIndex("contact_link_posting")
      .on(t.job_posting_id, t.contact_id)
      .where(sql`job_posting_id is not null`),
    uniqueIndex("contact_link_opportunity")
      .on(t.email_opportunity_id, t.contact_id)
      .where(sql`email_opportunity_id is not null`),
    uniqueIndex("contact_link_site")
      .on(t.job_site_id, t.contact_id)
      .where(sql`job_site_id is not null`),
    uniqueIndex("contact_link_interview")
      .on(t.interview_id, t.contact_id)
      .where(sql`interview_id is not null`),
    index("contact_link_contact").on(t.contact_id, t.id),
  ],
);

/** Something to do on a day, about a posting, an opportunity, a contact, a site (at most one of them) or nothing. */
export const followUp = sqliteTable(
  "follow_up",
  {
    id: id(),
    user_id: owner(),
    what: blank(),
    /** YYYY-MM-DD, in the person's zone */
    due_on: text().notNull(),
    /** where it has a time; due_on is its day then */
    due_at: instant(),
    state: text({ enum: ["open", "done", "dismissed"] })
      .notNull()
      .default("open"),
    /** YYYY-MM-DD */
    snoozed_until: text(),
    /** look again every so many days */
    repeat_days: integer(),
    job_posting_id: ofPosting(),
    email_opportunity_id: ofOpportunity(),
    contact_id: integer().references(() => contact.id, { onDelete: "cascade" }),
    job_site_id: ofSite(),
    /** when it was done or dismissed */
    closed_at: instant(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
  },
  (t) => [
    index("follow_up_live").on(t.user_id, t.id).where(isLive),
    index("follow_up_due")
      .on(t.user_id, t.due_on, t.id)
      .where(sql`deleted_at is null and state = 'open'`),
    index("follow_up_posting").on(t.job_posting_id).where(sql`job_posting_id is not null`),
    index("follow_up_opportunity")
      .on(t.email_opportunity_id)
      .where(sql`email_opportunity_id is not null`),
    index("follow_up_contact").on(t.contact_id).where(sql`contact_id is not null`),
    index("follow_up_site").on(t.job_site_id).where(sql`job_site_id is not null`),
    index("follow_up_trash").on(t.user_id, t.deleted_at).where(isTrashed),
    index("follow_up_purge").on(t.deleted_at).where(isTrashed),
  ],
);

/** What a person answered to a suggestion of Today's, so that it does not come back. */
export const suggestionAnswer = sqliteTable(
  "suggestion_answer",
  {
    id: id(),
    user_id: owner(),
    /** which rule made the suggestion */
    rule: text().notNull(),
    /** what it was about: the kind's name and the row's id */
    subject: text().notNull(),
    /** what made it due, so that the next such thing is a new suggestion: a day or an id */
    occasion: blank(),
    answer: text({ enum: ["done", "dismissed", "snoozed"] }).notNull(),
    /** YYYY-MM-DD, of a snooze */
    until: text(),
    answered_at: instant().notNull().default(sqlNow),
  },
  (t) => [uniqueIndex("suggestion_answer_once").on(t.user_id, t.rule, t.subject, t.occasion)],
);

/** Whom a person knows, by LinkedIn's list: only ever asked for by company, and replaced as a whole. */
export const connection = sqliteTable(
  "connection",
  {
    id: id(),
    user_id: owner(),
    name: blank(),
    company: blank(),
    /** see lib/connections/company-key.ts */
    company_key: blank(),
    position: blank(),
    url: blank(),
  },
  (t) => [index("connection_company").on(t.user_id, t.company_key, t.name)],
);
