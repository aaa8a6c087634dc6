import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, flag, id, instant, json, sqlNow } from "./columns.ts";
import { importBatch } from "./imports.ts";

const isLive = sql`deleted_at is null`;
const isTrashed = sql`deleted_at is not null`;

export const jobSite = sqliteTable(
  "job_site",
  {
    id: id(),
    user_id: owner(),
    site_name: blank(),
    site_url: blank(),
    /** encrypted: see lib/secrets.ts */
    site_password: text(),
    rating: integer().notNull().default(1),
    resume_format: blank(),
    github_field: flag(),
    project_site_field: flag(),
    last_visited_at: instant().notNull().default(sqlNow),
    resume_updated_at: instant().notNull().default(sqlNow),
    headline: blank(),
    description: text(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
    import_batch_id: integer().references(() => importBatch.id, { onDelete: "set null" }),
  },
  (t) => [
    index("job_site_live").on(t.user_id, t.id).where(isLive),
    index("job_site_name").on(t.user_id, sql`site_name collate nocase`, t.id).where(isLive),
    index("job_site_rating").on(t.user_id, t.rating, t.id).where(isLive),
    index("job_site_visited").on(t.user_id, t.last_visited_at, t.id).where(isLive),
    index("job_site_trash").on(t.user_id, t.deleted_at).where(isTrashed),
    index("job_site_purge").on(t.deleted_at).where(isTrashed),
    index("job_site_batch").on(t.import_batch_id).where(sql`import_batch_id is not null`),
  ],
);

export const jobPosting = sqliteTable(
  "job_posting",
  {
    id: id(),
    user_id: owner(),
    job_site_id: integer()
      .notNull()
      .references(() => jobSite.id, { onDelete: "cascade" }),
    company_name: blank(),
    posting_title: blank(),
    posting_status: text().notNull().default("4 - No Response"),
    posting_url_full: blank(),
    posting_url_domain: blank(),
    /** encrypted: see lib/secrets.ts */
    posting_password: text(),
    pay_range: blank(),
    location_type: blank(),
    location_city: blank(),
    employment_type: blank(),
    /** null only if saved, not applied, or imported without a date */
    applied_at: instant(),
    interviewed_at: instant(),
    rejected_at: instant(),
    rejected_after_stage: blank(),
    job_scan_info: text().default(""),
    outreach_info: text().default(""),
    time_spent: integer(),
    technology_string: blank(),
    technology_stack: json().default([]),
    comments: json().default([]),
    posting_application_questions: json().default([]),
    job_description: blank(),
    /** how, where and through whom the employer was contacted, for work-search reports */
    contact_method: blank(),
    employer_address: blank(),
    contact_person: blank(),
    /** the last day for an application, or to answer an offer: a calendar day */
    deadline: text(),
    /** whom an agency hires for */
    hiring_company: blank(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
    import_batch_id: integer().references(() => importBatch.id, { onDelete: "set null" }),
    /** whether its row left a question open, which a comment says */
    import_attention: flag(),
  },
  (t) => [
    index("job_posting_live").on(t.user_id, t.id).where(isLive),
    index("job_posting_applied").on(t.user_id, t.applied_at, t.id, t.posting_status).where(isLive),
    index("job_posting_status").on(t.user_id, t.posting_status, t.id, t.applied_at).where(isLive),
    index("job_posting_company")
      .on(t.user_id, sql`company_name collate nocase`, t.id)
      .where(isLive),
    index("job_posting_title").on(t.user_id, sql`posting_title collate nocase`, t.id).where(isLive),
    index("job_posting_hiring")
      .on(t.user_id, sql`hiring_company collate nocase`, t.id)
      .where(sql`hiring_company <> '' and deleted_at is null`),
    // Not partial: deleting a site cascades to all its postings, those in the trash included.
    index("job_posting_site").on(t.job_site_id, t.deleted_at, t.id),
    index("job_posting_deadline")
      .on(t.user_id, t.deadline)
      .where(sql`deadline is not null and deleted_at is null`),
    index("job_posting_trash").on(t.user_id, t.deleted_at).where(isTrashed),
    index("job_posting_purge").on(t.deleted_at).where(isTrashed),
    index("job_posting_batch").on(t.import_batch_id).where(sql`import_batch_id is not null`),
  ],
);

export const emailOpportunity = sqliteTable(
  "email_opportunity",
  {
    id: id(),
    user_id: owner(),
    job_title: blank(),
    opportunity_status: blank(),
    recruiter_name: blank(),
    recruiter_company: blank(),
    email_received_at: instant().notNull().default(sqlNow),
    employment_type: blank(),
    job_duration: blank(),
    location_type: blank(),
    location_city: blank(),
    comments: json().default([]),
    job_description: text().default(""),
    /** the last day to answer: a calendar day */
    deadline: text(),
    /** whom an agency hires for */
    hiring_company: blank(),
    /** the posting made from it */
    job_posting_id: integer().references(() => jobPosting.id, { onDelete: "set null" }),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
  },
  (t) => [
    index("email_opportunity_live").on(t.user_id, t.id).where(isLive),
    index("email_opportunity_received")
      .on(t.user_id, t.email_received_at, t.id, t.opportunity_status)
      .where(isLive),
    index("email_opportunity_status")
      .on(t.user_id, t.opportunity_status, t.id, t.email_received_at)
      .where(isLive),
    index("email_opportunity_title")
      .on(t.user_id, sql`job_title collate nocase`, t.id)
      .where(isLive),
    index("email_opportunity_recruiter")
      .on(t.user_id, sql`recruiter_name collate nocase`, t.id)
      .where(isLive),
    index("email_opportunity_company")
      .on(t.user_id, sql`recruiter_company collate nocase`, t.id)
      .where(isLive),
    index("email_opportunity_hiring")
      .on(t.user_id, sql`hiring_company collate nocase`, t.id)
      .where(sql`hiring_company <> '' and deleted_at is null`),
    index("email_opportunity_deadline")
      .on(t.user_id, t.deadline)
      .where(sql`deadline is not null and deleted_at is null`),
    index("email_opportunity_trash").on(t.user_id, t.deleted_at).where(isTrashed),
    index("email_opportunity_purge").on(t.deleted_at).where(isTrashed),
    index("email_opportunity_posting").on(t.job_posting_id).where(sql`job_posting_id is not null`),
  ],
);

/** Event log of postings and opportunities, append-only; only `occurred_at` may be corrected. */
export const event = sqliteTable(
  "event",
  {
    id: id(),
    user_id: owner(),
    job_posting_id: integer().references(() => jobPosting.id, { onDelete: "cascade" }),
    email_opportunity_id: integer().references(() => emailOpportunity.id, { onDelete: "cascade" }),
    /** the interview that it tells of, so that each has one entry; not a reference, since the log outlives it */
    interview_id: integer(),
    kind: text({
      enum: [
        "created",
        "imported",
        "applied",
        "status",
        "stage",
        "interview",
        "rejected",
        "comment",
        "edited",
        "turned",
        "checked",
        "deleted",
        "restored",
      ],
    }).notNull(),
    occurred_at: instant().notNull(),
    recorded_at: instant().notNull().default(sqlNow),
    from_value: text(),
    to_value: text(),
    via: text({ enum: ["browser", "api", "import", "agent"] }).notNull(),
  },
  (t) => [
    index("event_posting").on(t.job_posting_id, t.occurred_at, t.id),
    index("event_opportunity").on(t.email_opportunity_id, t.occurred_at, t.id),
    index("event_user").on(t.user_id, t.kind, t.occurred_at),
    index("event_interview").on(t.interview_id).where(sql`interview_id is not null`),
  ],
);
