import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import type { LoggedName } from "../kinds.ts";

/** A change of many as it is run: by whom, of which kind, and the moment of all that it logs. */
export type Run = { actor: Actor; kind: LoggedName; moment: string };

/** What an action does to rows. Its conditions and statements are on the table of the kind. */
export type Effect = {
  /** condition: it makes a difference to the row, and can be done */
  applies: SQL;
  /** statements on the rows that a condition selects */
  write: (which: SQL) => SQL[];
  /** columns that it writes, which its undo puts back */
  columns: readonly string[];
  /** further values by which its undo sees whether a row was changed since */
  watched?: Record<string, SQL>;
  /** statements of its undo that come before the columns are put back */
  takeBack?: (rows: TakenBack) => SQL[];
};

/** Rows that an undo puts back. */
export type TakenBack = {
  /** the condition on their table */
  which: SQL;
  /** SQL for their ids, as `value` */
  ids: SQL;
  /** SQL for their ids with what they were, as `id` and `before` */
  before: SQL;
};

/** SQL for what an action may change of a row, as JSON. */
export function snapshotOf({ columns, watched = {} }: Effect): SQL {
  const values = [
    ...columns.map((name) => [name, sql.identifier(name)] as const),
    ...Object.entries(watched),
  ];
  return sql`json_object(${sql.join(
    values.map(([name, value]) => sql`${name}, ${value}`),
    sql`, `,
  )})`;
}
