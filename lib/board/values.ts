import type { BulkKind } from "../bulk/values.ts";
import type { StatusKind } from "../statuses/documented.ts";

/** The kinds of rows that have a board: those with a status. */
export type BoardKind = BulkKind;

/** Cards of a column that come at once. */
export const cardsAtOnce = 24;

/** The most cards that one drop moves. */
export const maxMoved = 500;

/** What a drop on a column writes; a column of what is over asks which status it is. */
export type Gives = { status: string } | { stage: string } | "ask";

/** A column of a board: what is in it, and what a drop on it gives. */
export type BoardColumn = {
  /** a kind of status, a status, or a stage; names it in an address too */
  key: string;
  label: string;
  hue: StatusKind;
  /** the statuses, or the stage, of its cards */
  holds: { statuses: string[] } | { stage: string };
  gives: Gives;
  count: number;
};

/** A keyset position in a column: the value that it is ordered by, and the id for ties. */
export type CardPosition = [value: string | null, id: number];
