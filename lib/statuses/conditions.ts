import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { StatusSubject } from "./values.ts";

/** A person in SQL: their id, a column that has it, or a placeholder. */
export type SqlUser = number | SQLiteColumn | Placeholder | SQLWrapper;

const listed = (texts: readonly string[]) =>
  sql.join(
    texts.map((text) => sql`(${text})`),
    sql`, `,
  );

/**
 * SQL for the texts of a subject that count as one of the documented ones: these, and the person's own words of their
 * kind. For IN and NOT IN; it reads the few words of one person, by their index.
 */
const textsLike = (subject: StatusSubject, user: SqlUser, documented: readonly string[]) =>
  sql`(values ${listed(documented)} union all
    select text from status_word where user_id = ${user} and subject = ${subject}
      and stands_as in (values ${listed(documented)}))`;

/** Condition: a posting's status counts as one of the documented ones. */
export const countsAs = (column: SQLWrapper, user: SqlUser, documented: readonly string[]): SQL =>
  sql`${column} in ${textsLike("posting", user, documented)}`;

/** Condition: a posting's status counts as none of the documented ones. */
export const countsAsNone = (
  column: SQLWrapper,
  user: SqlUser,
  documented: readonly string[],
): SQL => sql`${column} not in ${textsLike("posting", user, documented)}`;

/** Condition: an opportunity's status counts as one of the documented ones. */
export const offerCountsAs = (
  column: SQLWrapper,
  user: SqlUser,
  documented: readonly string[],
): SQL => sql`${column} in ${textsLike("opportunity", user, documented)}`;

const standing = (subject: StatusSubject, column: SQLWrapper, user: SqlUser): SQL<string> =>
  sql<string>`coalesce((select stands_as from status_word where user_id = ${user}
    and subject = ${subject} and text = ${column}), ${column})`;

/** SQL for the documented text that a posting's status counts as: itself, but for a person's own words. */
export const standingSql = (column: SQLWrapper, user: SqlUser) => standing("posting", column, user);

/** The same of an opportunity's status. */
export const standingOfferSql = (column: SQLWrapper, user: SqlUser) =>
  standing("opportunity", column, user);

/** The same of a stage. */
export const standingStageSql = (column: SQLWrapper, user: SqlUser) =>
  standing("stage", column, user);
