import type { SQL } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import type { OwnedTable } from "./conditions.ts";
import type { Fields } from "./fields.ts";

/** What a kind of thing can do. Search, trash, events, palette and API read it here. */
export type Kind = {
  /** of its table and of the API's resource */
  name: string;
  table: OwnedTable;
  fields: Fields;
  /** one of them in the API's words, the tag of its operations, and what they are about */
  thing: string;
  tag: string;
  about: string;
  /** on pages: one, the list's title, and one without a name; and the list's path */
  label: { one: string; many: string; unnamed: string };
  path: `/${string}`;
  /** the column of its status, where it has one */
  status?: string;
  search: {
    /** its number in `search_pending` and in the index: for good */
    number: number;
    /** texts that are read from elsewhere, with their place among the others; `t` is the row */
    joined?: Record<string, { order: number; value: SQL }>;
  };
  /** what happens to it is logged as events, which have a column for its id */
  logged: boolean;
  trash: {
    /** the columns that say which row it is */
    name: string;
    detail: string;
    /** what it shows besides; `t` is the row */
    posting_count?: SQL;
    brings_site?: SQL;
    /** the rows that are shown by themselves; the others went together with another one */
    shown?: SQL;
    /** what comes back with it */
    restores?: (actor: Actor, id: number) => SQL[];
  };
};
