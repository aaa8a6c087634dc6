import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { statusSetOf, toggleFolded } from "@/lib/board/columns.ts";
import type { Board } from "@/lib/board/queries.ts";
import type { BoardKind } from "@/lib/board/values.ts";
import type { BoardFilter } from "@/lib/lists/layout.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import type { BoardProps } from "./board-props.ts";
import { cardFacts } from "./card-words.ts";

type Filter = ListFilter & BoardFilter;

/** A board as the browser gets it. */
export function boardFacts(
  words: Statuses,
  kind: BoardKind,
  list: List,
  filter: Filter,
  board: Board,
): BoardProps {
  // Which columns are folded changes nothing of the cards.
  const { folded: _, layout: __, page: ___, rows: ____, sort: _____, ...narrow } = filter;
  return {
    kind,
    from: { path: list.path, list: listAddress(list, filter).split("?")[1] ?? "" },
    by: filter.by ?? "kind",
    cards: pathWithQuery("/cards", { kind, ...narrow }),
    columns: board.map(({ holds, look, cards, ...column }) => ({
      ...column,
      slot: slotOf(words, kind, column.gives),
      look: look ?? "",
      cards: cards.map((card) => cardFacts(words, kind, card, { ...column, holds })),
      toggle: listAddress(list, filter, { folded: toggleFolded(filter.folded, column.key) }),
      table: tableOf(list, filter, column.key),
    })),
  };
}

function slotOf(
  words: Statuses,
  kind: BoardKind,
  gives: BoardProps["columns"][number]["gives"],
): string {
  if (gives === "ask") return "Closed as…";
  return "stage" in gives
    ? (gives.stage && words.stage.words(gives.stage).label) || "No stage"
    : statusSetOf(words, kind).words(gives.status).label;
}

/** The table with what a column has, as near as its filters come. */
function tableOf(list: List, filter: Filter, key: string): string {
  const { by } = filter;
  const plain = { layout: undefined, by: undefined, order: undefined, folded: undefined };
  const show = by ? undefined : (views[key] ?? key);
  return listAddress(list, filter, {
    ...plain,
    ...(show && { show }),
    ...(by === "status" && { status: key }),
  });
}

const views: Record<string, string> = { engaged: "active", offer: "active" };
