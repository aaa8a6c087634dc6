import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, flag, id, instant, sqlNow } from "./columns.ts";

const kind = () => text({ enum: ["job_posting", "email_opportunity"] }).notNull();

/** A list's filters, columns, sort and layout under a name. */
export const savedView = sqliteTable(
  "saved_view",
  {
    id: id(),
    user_id: owner(),
    kind: kind(),
    name: text().notNull(),
    /** its filters as a query string: `place=Remote&pay=90000` */
    query: blank(),
    /** column names with commas between; empty for the usual ones */
    columns: blank(),
    density: blank(),
    /** a sort of the list, with `-` in front where it is descending; empty for the usual one */
    sort: blank(),
    layout: text({ enum: ["table", "board"] })
      .notNull()
      .default("table"),
    is_default: flag(),
    /** counted from 1, the order of the tabs */
    place: integer().notNull(),
    created_at: instant().notNull().default(sqlNow),
    updated_at: instant().notNull().default(sqlNow),
    deleted_at: instant(),
  },
  (t) => [
    index("saved_view_user").on(t.user_id, t.id),
    index("saved_view_place").on(t.user_id, t.kind, t.place, t.id),
    uniqueIndex("saved_view_default")
      .on(t.user_id, t.kind)
      .where(sql`is_default and deleted_at is null`),
    index("saved_view_purge").on(t.deleted_at).where(sql`deleted_at is not null`),
  ],
);

/** How a person wants a list to look where no view says otherwise. */
export const listLook = sqliteTable(
  "list_look",
  {
    user_id: owner(),
    kind: kind(),
    columns: blank(),
    density: blank(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.kind] })],
);
