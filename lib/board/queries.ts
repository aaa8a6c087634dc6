import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { NotFound } from "../errors.ts";
import { statusesOf } from "../statuses/queries.ts";
import { type BoardCard, cardsOf } from "./cards.ts";
import { columnsOf, foldedKeys, type ValueCount } from "./columns.ts";
import { look } from "./look.ts";
import { type BoardView, fitting, groupedBy, inColumn, orderingOf } from "./sources.ts";
import { type BoardColumn, type CardPosition, cardsAtOnce } from "./values.ts";

/** Some cards of a column in its order, and where the next begin; null at its end. */
export type Cards = { cards: BoardCard[]; next: CardPosition | null };

const nothing: Cards = { cards: [], next: null };

/** Where cards are sought: in which column, behind which position. */
type Sought = { column: BoardColumn; after?: CardPosition };

/** A board: its columns with their counts, what needs a look in each, and the first cards of those that are not folded. */
export async function board(actor: Actor, view: BoardView) {
  const where = await fitting(view, actor);
  const columns = await columnsWith(actor, view, where);
  const folded = foldedKeys(view.filter.folded);
  const open = columns.filter(({ key, count }) => count > 0 && !folded.includes(key));
  const [found, notes] = await Promise.all([
    find(
      actor,
      view,
      where,
      open.map((column) => ({ column })),
    ),
    look(actor, view, where, columns),
  ]);
  return columns.map((column) => ({
    ...column,
    folded: folded.includes(column.key),
    look: notes[column.key] ?? null,
    ...(found.get(column.key) ?? nothing),
  }));
}

export type Board = Awaited<ReturnType<typeof board>>;

/** The next cards of a column. Throws `NotFound` where there is no such column. */
export async function nextCards(
  actor: Actor,
  view: BoardView,
  key: string,
  after: CardPosition,
): Promise<Cards & { column: BoardColumn }> {
  const where = await fitting(view, actor);
  const column = (await columnsWith(actor, view, where)).find((each) => each.key === key);
  if (!column) throw new NotFound();
  const found = await find(actor, view, where, [{ column, after }]);
  return { column, ...(found.get(key) ?? nothing) };
}

/** Those of some rows that the board shows, each with its column, and how many each column has. */
export async function cardsAt(actor: Actor, view: BoardView, ids: readonly number[]) {
  const where = await fitting(view, actor);
  const [columns, fit] = await Promise.all([
    columnsWith(actor, view, where),
    getDb().all<{ id: number }>(sql`select id from ${sql.identifier(view.kind)} where ${where}
      and id in (select value from json_each(${JSON.stringify(ids)}))`),
  ]);
  const cards = await cardsOf(
    actor,
    view.kind,
    fit.map(({ id }) => id),
  );
  return {
    cards: cards.flatMap((card) => {
      const column = columns.find((each) => holds(each, card));
      return column ? [{ column, card }] : [];
    }),
    counts: Object.fromEntries(columns.map(({ key, count }) => [key, count])),
  };
}

const holds = ({ holds }: BoardColumn, { status, stage }: BoardCard) =>
  "stage" in holds ? holds.stage === stage : holds.statuses.includes(status);

async function columnsWith(actor: Actor, { kind, filter }: BoardView, where: SQL | undefined) {
  const by = filter.by ?? "kind";
  const isNarrow = "site" in filter && Boolean(filter.site ?? filter.import);
  const { value, source } = groupedBy(kind, by, isNarrow);
  const counts = await getDb().all<ValueCount>(sql`
    select ${value} as value, count(*) as count from ${source} where ${where} group by 1`);
  return columnsOf(await statusesOf(actor), kind, by, counts);
}

type Found = { id: number; value: string | null; at: number };

/** The cards of several columns by one statement for their ids; each column walks the index of its order. */
async function find(
  actor: Actor,
  view: BoardView,
  where: SQL | undefined,
  sought: readonly Sought[],
): Promise<Map<string, Cards>> {
  if (sought.length === 0) return new Map();
  const { kind, filter } = view;
  const { value, index, descending } = orderingOf(kind, filter);
  const order = descending ? sql`desc` : sql`asc`;
  const parts = sought.map(({ column, after }, at) => {
    const behind = after ? sql` and ${isBehind(value, after, descending)}` : sql``;
    return sql`select * from (select id, ${value} as value, ${sql.raw(String(at))} as at
      from ${sql.identifier(kind)} indexed by ${index}
      where ${where} and ${inColumn(kind, column)}${behind}
      order by ${value} ${order}, id ${order} limit ${cardsAtOnce + 1})`;
  });
  const rows = await getDb().all<Found>(sql.join(parts, sql` union all `));
  const pages = sought.map(({ column }, at) => {
    const its = rows.filter((row) => row.at === at);
    const shown = its.slice(0, cardsAtOnce);
    const last = its.length > cardsAtOnce ? shown.at(-1) : undefined;
    const next: CardPosition | null = last ? [last.value, last.id] : null;
    return { key: column.key, ids: shown.map(({ id }) => id), next };
  });
  const cards = await cardsOf(
    actor,
    kind,
    pages.flatMap(({ ids }) => ids),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return new Map(
    pages.map(({ key, ids, next }) => [
      key,
      { cards: ids.flatMap((id) => byId.get(id) ?? []), next },
    ]),
  );
}

/** Condition: behind a position. What has no value is sorted before all that has one. */
function isBehind(value: SQL, [last, id]: CardPosition, descending = false): SQL {
  if (last === null)
    return descending
      ? sql`(${value} is null and id < ${id})`
      : sql`(${value} is not null or id > ${id})`;
  return descending
    ? sql`(${value} is null or (${value}, id) < (${last}, ${id}))`
    : sql`(${value}, id) > (${last}, ${id})`;
}
