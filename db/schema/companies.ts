import { sql } from "drizzle-orm";
import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, id, instant, sqlNow } from "./columns.ts";

/** What a person keeps about a company, by its normalised name; no row where they keep nothing. */
export const company = sqliteTable(
  "company",
  {
    id: id(),
    user_id: owner(),
    /** see lib/companies/key.ts */
    company_key: text().notNull(),
    /** as it is shown */
    name: blank(),
    notes: blank(),
    url: blank(),
    /** when "Do not apply again" was set; null where it is not */
    do_not_apply_at: instant(),
    do_not_apply_why: blank(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    /** always null: what is kept about a company goes when it is emptied */
    deleted_at: instant(),
  },
  (t) => [
    uniqueIndex("company_once").on(t.user_id, t.company_key),
    index("company_trash").on(t.user_id, t.deleted_at).where(sql`deleted_at is not null`),
  ],
);

/** A normalised name that a person merged into another company's. */
export const companyAlias = sqliteTable(
  "company_alias",
  {
    id: id(),
    user_id: owner(),
    alias_key: text().notNull(),
    /** as it was written */
    name: blank(),
    /** the company that it is one with; that may be an alias as well */
    company_key: text().notNull(),
    /** what was kept about that company before, as JSON: null where that was nothing, so that undoing is exact */
    before: text(),
    /** the tags that it brought along, as JSON: of each its id, and whether it was new to the company */
    tags: text().notNull().default("[]"),
    merged_at: instant().notNull().default(sqlNow),
  },
  (t) => [
    uniqueIndex("company_alias_once").on(t.user_id, t.alias_key),
    index("company_alias_company").on(t.user_id, t.company_key),
  ],
);

/**
 * Cache of normalised names: a row for each spelling that a posting, an opportunity or a contact ever had. Triggers add
 * them without a key; lib/companies/spellings.ts gives them one before they are read.
 */
export const companySpelling = sqliteTable(
  "company_spelling",
  {
    id: id(),
    user_id: owner(),
    name: text().notNull(),
    /** the spelling's own; null until it is computed, empty where it names no company */
    own_key: text(),
    /** that of the company that it is merged into, or its own */
    company_key: text(),
  },
  (t) => [
    uniqueIndex("company_spelling_once").on(t.user_id, sql`name collate nocase`),
    index("company_spelling_key").on(t.user_id, t.company_key, t.name),
    index("company_spelling_own").on(t.user_id, t.own_key),
    index("company_spelling_unread").on(t.user_id).where(sql`own_key is null`),
  ],
);
