import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { cardsAt, nextCards } from "@/lib/board/queries.ts";
import { movedInput, nextInput } from "@/lib/board/schema.ts";
import type { BoardView } from "@/lib/board/sources.ts";
import { parseInput } from "@/lib/fields.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { queryParams } from "@/lib/saved-views/state.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import type { ColumnFacts } from "./board-props.ts";
import type { SettledCards } from "./board-state.ts";
import { cardFacts } from "./card-words.ts";

function viewOf(params: URLSearchParams): BoardView {
  const read = queryParams(params.toString());
  return read.kind === "email_opportunity"
    ? { kind: "email_opportunity", filter: opportunityFilter.parse(read) }
    : { kind: "job_posting", filter: postingFilter.parse(read) };
}

/** The cards of a column behind a position. Throws `Invalid` or `NotFound`. */
export async function nextColumnCards(
  actor: Actor,
  params: URLSearchParams,
): Promise<Pick<ColumnFacts, "cards" | "next">> {
  const view = viewOf(params);
  const { column: key, after, value } = parseInput(nextInput, Object.fromEntries(params));
  const words = await statusesOf(actor);
  const { column, cards, next } = await nextCards(actor, view, key, [value ?? null, after]);
  return { cards: cards.map((card) => cardFacts(words, view.kind, card, column)), next };
}

/** Some rows as the board shows them, with their columns and all counts. Throws `Invalid`. */
export async function movedCards(actor: Actor, params: URLSearchParams): Promise<SettledCards> {
  const view = viewOf(params);
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
