import type { CardFacts, ColumnFacts } from "./board-props.ts";

/** Where a card stands: in the column of a key. */
export type Settled = { column: string; card: CardFacts };

/** Some cards as the server has them by now, and how many each column has. */
export type SettledCards = { cards: Settled[]; counts: Record<string, number> };

const without = (cards: readonly CardFacts[], ids: ReadonlySet<number>) =>
  cards.filter(({ id }) => !ids.has(id));

// What is the same stays the same object, so that nothing of it is rendered again.
const kept = <Value>(old: Value | undefined, next: Value): Value =>
  old !== undefined && old !== next && JSON.stringify(old) === JSON.stringify(next) ? old : next;

function keptColumn(old: ColumnFacts | undefined, { cards, ...next }: ColumnFacts): ColumnFacts {
  if (!old) return { ...next, cards };
  const known = new Map(old.cards.map((card) => [card.id, card]));
  const its = cards.map((card) => kept(known.get(card.id), card));
  const isSame = its.length === old.cards.length && its.every((card, at) => card === old.cards[at]);
  const { cards: _, ...rest } = old;
  return isSame && kept(rest, next) === rest ? old : { ...next, cards: its };
}

/** Where a card was: its column and its place there. */
export type Place = Settled & { at: number };

/** Where some cards are. */
export const placesOf = (columns: readonly ColumnFacts[], ids: ReadonlySet<number>): Place[] =>
  columns.flatMap(({ key, cards }) =>
    cards.flatMap((card, at) => (ids.has(card.id) ? [{ column: key, card, at }] : [])),
  );

/** The columns with some cards at the top of another, in a status of theirs, and the counts that follow from it. */
export function withMoved(
  columns: readonly ColumnFacts[],
  ids: ReadonlySet<number>,
  to: string,
  status?: string,
): ColumnFacts[] {
  const moved = placesOf(columns, ids).map(({ card }) => ({
    ...card,
    status: status ?? card.status,
    waiting: null,
  }));
  return columns.map((column) => {
    const rest = without(column.cards, ids);
    const left = column.cards.length - rest.length;
    if (left === 0 && column.key !== to) return column;
    if (column.key !== to) return { ...column, cards: rest, count: column.count - left };
    const cards = column.folded ? [] : [...moved, ...rest];
    return { ...column, cards, count: column.count - left + moved.length };
  });
}

/**
 * The columns with some cards as the server has them by now. A card that is in its column keeps its place; another goes
 * to `home`, its place from before, or to the top. What the server does not have is gone.
 */
export function withSettled(
  columns: readonly ColumnFacts[],
  asked: readonly number[],
  settled: readonly Settled[],
  counts: Readonly<Record<string, number>>,
  home: readonly Place[] = [],
): ColumnFacts[] {
  const byId = new Map(settled.map((each) => [each.card.id, each]));
  return columns.map((column) => {
    const count = counts[column.key] ?? column.count;
    if (column.folded) return keptColumn(column, { ...column, count });
    const cards = column.cards.flatMap((card) => {
      if (!asked.includes(card.id)) return [card];
      const found = byId.get(card.id);
      return found?.column === column.key ? [found.card] : [];
    });
    const there = new Set(cards.map(({ id }) => id));
    const coming = settled.filter(
      ({ column: key, card }) => key === column.key && !there.has(card.id),
    );
    for (const { card } of coming.toReversed()) {
      const place = home.find((each) => each.card.id === card.id && each.column === column.key);
      cards.splice(place?.at ?? 0, 0, card);
    }
    return keptColumn(column, { ...column, count, cards });
  });
}

/** A column with its next cards behind those that it has. */
export function withNext(
  columns: readonly ColumnFacts[],
  key: string,
  { cards, next }: Pick<ColumnFacts, "cards" | "next">,
): ColumnFacts[] {
  const known = new Set(columns.flatMap((column) => column.cards.map(({ id }) => id)));
  return columns.map((column) =>
    column.key === key
      ? { ...column, next, cards: [...column.cards, ...without(cards, known)] }
      : column,
  );
}

/**
 * The columns as the server has written them anew, with what was loaded behind their first cards. Cards that were moved
 * by hand, `held`, stay at the top of their column, so that nothing jumps.
 */
export function withFresh(
  known: readonly ColumnFacts[],
  fresh: readonly ColumnFacts[],
  held: ReadonlySet<number>,
): ColumnFacts[] {
  const first = new Map(fresh.flatMap(({ cards }) => cards.map((card) => [card.id, card])));
  return fresh.map((column) => {
    const old = known.find(({ key }) => key === column.key);
    if (!old || old.folded || column.folded) return keptColumn(old, column);
    const top = old.cards.flatMap((card) => {
      const known = first.get(card.id);
      return held.has(card.id) && (!known || column.cards.includes(known)) ? [known ?? card] : [];
    });
    const topIds = new Set(top.map(({ id }) => id));
    const begin = without(column.cards, topIds);
    const isDeeper = column.next !== null && old.cards.length > column.cards.length;
    const rest = isDeeper ? old.cards.filter(({ id }) => !first.has(id) && !topIds.has(id)) : [];
    const cards = [...top, ...begin, ...rest];
    return keptColumn(old, { ...column, cards, next: isDeeper ? old.next : column.next });
  });
}
