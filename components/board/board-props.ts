import type { CSSProperties } from "react";
import type { BoardKind, CardPosition, Gives } from "@/lib/board/values.ts";
import type { StatusKind } from "@/lib/statuses/documented.ts";
import type { Tag } from "@/lib/tags/values.ts";
import type { DaysWaiting } from "@/lib/today/days-waiting.ts";
import type { NextStep } from "@/lib/today/next-steps.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** What a card shows, in words. */
export type CardFacts = {
  id: number;
  name: string;
  title: string;
  status: string;
  /** the status in words, for screen readers */
  said: string;
  /** the third line: how it stands or where it is, and the pay */
  note: string;
  waiting: DaysWaiting | null;
  next: [what: NextStep["what"], words: string] | null;
  tags: readonly Tag[];
};

/** The path of a list, and the query that the addresses of its rows carry. */
export type ListPlace = { path: string; list: string };

/** The address of a row's page. */
export const cardAddress = ({ path, list }: ListPlace, id: number) =>
  pathWithQuery(`${path}/${id}`, { list });

/** A column of the board as the browser gets it. */
export type ColumnFacts = {
  key: string;
  label: string;
  hue: StatusKind;
  gives: Gives;
  /** what a drop gives, in words */
  slot: string;
  count: number;
  folded: boolean;
  /** what needs a look */
  look: string;
  cards: CardFacts[];
  next: CardPosition | null;
  /** the address of the board with the column folded or unfolded, and of the table that shows its rows */
  toggle: string;
  table: string;
};

export type BoardProps = {
  kind: BoardKind;
  /** the list that its rows are opened from */
  from: ListPlace;
  /** the address of further cards, without the column and the position */
  cards: string;
  by: "kind" | "status" | "stage";
  columns: ColumnFacts[];
};

/** The id of a column's element, which the switch of a phone leads to. */
export const columnId = (at: number) => `column-${at}`;

/** The style of the columns' box: each has its width before the others have come, so that none of them jumps. */
export const columnTracks = (columns: readonly Pick<ColumnFacts, "folded">[]): CSSProperties =>
  ({
    "--tracks": columns.map(({ folded }) => `var(--${folded ? "folded" : "open"})`).join(" "),
  }) as CSSProperties;
