import { z } from "zod";

/** What a board's columns are of; by the kind of status unless the address says otherwise. */
export const groupings = ["kind", "status", "stage"] as const;

export type Grouping = (typeof groupings)[number];

/** The orders of the cards in a column; the longest wait first unless the address says otherwise. */
export const cardOrders = ["wait", "newest", "name"] as const;

export type CardOrder = (typeof cardOrders)[number];

/** Query parameters of a list that is a board too: each is left out of an address where it is the default. */
export const boardParameters = <const By extends Grouping>(by: readonly [By, ...By[]]) => ({
  layout: z.literal("board").optional().catch(undefined),
  by: z.enum(by).optional().catch(undefined),
  order: z.enum(cardOrders).exclude(["wait"]).optional().catch(undefined),
  /** the keys of the folded columns, with a bar between them; what is closed is folded by default */
  folded: z.string().max(2048).optional().catch(undefined),
});

/** A list's filter with the board's part of it. */
export type BoardFilter = {
  layout?: "board";
  by?: Exclude<Grouping, "kind">;
  order?: Exclude<CardOrder, "wait">;
  folded?: string;
};
