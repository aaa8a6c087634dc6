import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { id, instant, sqlNow } from "./columns.ts";
import { company } from "./companies.ts";
import { contact } from "./people.ts";
import { emailOpportunity, jobPosting } from "./tracker.ts";

/** A word of a person's own for what they keep. Deleted it keeps its links for 30 days, so that an undo is exact. */
export const tag = sqliteTable(
  "tag",
  {
    id: id(),
    user_id: owner(),
    name: text().notNull(),
    /** the name as it is compared: see lib/tags/names.ts */
    name_key: text().notNull(),
    /** see lib/tags/values.ts */
    hue: text().notNull(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
  },
  (t) => [
    uniqueIndex("tag_name").on(t.user_id, t.name_key).where(sql`deleted_at is null`),
    index("tag_user").on(t.user_id, t.id),
    index("tag_purge").on(t.deleted_at).where(sql`deleted_at is not null`),
  ],
);

/** Which tag is on which posting, opportunity, contact or company (exactly one of them). */
export const tagLink = sqliteTable(
  "tag_link",
  {
    id: id(),
    user_id: owner(),
    tag_id: integer()
      .notNull()
      .references(() => tag.id, { onDelete: "cascade" }),
    job_posting_id: integer().references(() => jobPosting.id, { onDelete: "cascade" }),
    email_opportunity_id: integer().references(() => emailOpportunity.id, {
      onDelete: "cascade",
    }),
    contact_id: integer().references(() => contact.id, { onDelete: "cascade" }),
    company_id: integer().references(() => company.id, { onDelete: "cascade" }),
  },
  (t) => [
    index("tag_link_user").on(t.user_id, t.id),
    // Each kind both ways: the tags of a row, and the rows of a tag.
    uniqueIndex("tag_link_posting")
      .on(t.job_posting_id, t.tag_id)
      .where(sql`job_posting_id is not null`),
    uniqueIndex("tag_link_opportunity")
      .on(t.email_opportunity_id, t.tag_id)
      .where(sql`email_opportunity_id is not null`),
    uniqueIndex("tag_link_contact").on(t.contact_id, t.tag_id).where(sql`contact_id is not null`),
    uniqueIndex("tag_link_company").on(t.company_id, t.tag_id).where(sql`company_id is not null`),
    index("tag_link_tag").on(
      t.tag_id,
      t.job_posting_id,
      t.email_opportunity_id,
      t.contact_id,
      t.company_id,
    ),
  ],
);
