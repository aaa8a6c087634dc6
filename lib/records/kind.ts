import type { SQL } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import type { OwnedTable } from "./conditions.ts";
import type { Fields } from "./fields.ts";

/** The declaration of a kind of thing, which search, trash, events, palette and OpenAPI read. */
export type Kind = {
  /** the name of its table and of its API resource */
  name: string;
  table: OwnedTable;
  fields: Fields;
  /** in the API's description: the noun, the tag of its operations, and the tag's description */
  thing: string;
  tag: string;
  about: string;
  /** on pages: singular, plural, and the name of a row without one; then the list's path */
  label: { one: string; many: string; unnamed: string };
  path: `/${string}`;
  /** the column of its status, where it has one */
  status?: string;
  /** the column, or SQL, of the stored day that matters most, shown beside its name in search results */
  date: string | SQL;
  search: {
    /** its number in `search_pending` and in the index; must never change */
    number: number;
    /** texts from other tables, with their order among the others, or a further name; `t` is the row's alias */
    joined?: Record<string, { order: number | "name"; value: SQL }>;
  };
  /** whether changes are logged as events; the event table needs a column for its id */
  logged: boolean;
  trash: {
    /** the columns shown as name and detail, or SQL; `t` is the row's alias */
    name: string | SQL;
    detail: string | SQL;
    /** further columns of the list; `t` is the row's alias */
    posting_count?: SQL;
    restores_site?: SQL;
    /** condition of the rows that are listed; the others were deleted together with another row */
    shown?: SQL;
    /** condition of its postings, which are deleted, restored and purged with it */
    postings?: (id: number | SQL) => SQL;
    /** statements that move related rows to the trash with rows, under the same `deleted_at` */
    takes?: (which: SQL, deleted_at: string) => SQL[];
    /** statements that restore related rows with those in the trash that a condition selects; they run before */
    restores?: (actor: Actor, which: SQL) => SQL[];
    /** statements that follow once it is restored */
    restored?: (actor: Actor, id: number) => SQL[];
  };
};
