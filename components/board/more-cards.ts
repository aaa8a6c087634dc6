import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { cardsAt, nextCards } from "@/lib/board/queries.ts";
import { movedInput, nextInput } from "@/lib/board/schema.ts";
import type { BoardView } from "@/lib/board/sources.ts";
import { parseInput } from "@/lib/fields.ts";
import { readOpportunityFilter } from "@/lib/opportunities/read-filter.ts";
import { readPostingFilter } from "@/lib/postings/read-filter.ts";
import { queryParams } from "@/lib/saved-views/state.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import type { ColumnFacts } from "./board-props.ts";
import type { SettledCards } from "./board-state.ts";
import { cardFacts } from "./card-words.ts";

async function viewOf(actor: Actor, params: URLSearchParams): Promise<BoardView> {
  const read = queryParams(params.toString());
  return read.kind === "email_opportunity"
    ? { kind: "email_opportunity", filter: await readOpportunityFilter(actor, read) }
    : { kind: "job_posting", filter: await readPostingFilter(actor, read) };
}

/** The cards of a column behind a position. Throws `Invalid` or `NotFound`. */
export async function nextColumnCards(
  actor: Actor,
  params: URLSearchParams,
): Promise<Pick<ColumnFacts, "cards" | "next">> {
  const view = await viewOf(actor, params);
  const { column: key, after, value } = parseInput(nextInput, Object.fromEntries(params));
  const words = await statusesOf(actor);
  const { column, cards, next } = await nextCards(actor, view, key, [value ?? null, after]);
  return { cards: cards.map((card) => cardFacts(words, view.kind, card, column)), next };
}

/** Some rows as the board shows them, with their columns and all counts. Throws `Invalid`. */
export async function movedCards(actor: Actor, params: URLSearchParams): Promise<SettledCards> {
  const view = await viewOf(actor, params);
  const words = await statusesOf(actor);
  const { cards, counts } = await cardsAt(actor, view, parseInput(movedInput, params.getAll("id")));
  return {
    cards: cards.map(({ column, card }) => ({
      column: column.key,
      card: cardFacts(words, view.kind, card, column),
    })),
    counts,
  };
}
