import { expect, test } from "vitest";
import type { ColumnFacts } from "./board-props.ts";
import { placesOf, withFresh, withMoved, withNext, withSettled } from "./board-state.ts";

const card = (id: number, status = "4 - No Response") => ({
  id,
  name: `Firm ${id}`,
  title: "",
  status,
  said: "",
  note: "",
  waiting: null,
  next: null,
  tags: [],
});

function column(key: string, ids: number[], more: Partial<ColumnFacts> = {}): ColumnFacts {
  const next = more.next ?? null;
  const [label, slot, look, toggle, table] = [key, "", "", "", ""];
  const base = { key, label, hue: "waiting", gives: "ask", slot, folded: false, look } as const;
  return {
    ...base,
    count: ids.length,
    toggle,
    table,
    cards: ids.map((id) => card(id)),
    ...more,
    next,
  };
}

const shown = (columns: readonly ColumnFacts[]) =>
  columns.map(({ key, count, cards }) => [key, count, cards.map(({ id }) => id)]);

const begin = [column("waiting", [1, 2, 3, 4]), column("engaged", [9])];

test("what is moved comes first in its column, and goes back to its place", () => {
  const ids = new Set([2, 4]);
  const home = placesOf(begin, ids);
  const moved = withMoved(begin, ids, "engaged", "1 - Actively Engaged");
  expect(shown(moved)).toEqual([
    ["waiting", 2, [1, 3]],
    ["engaged", 3, [2, 4, 9]],
  ]);
  expect(moved[1]?.cards[0]?.status).toBe("1 - Actively Engaged");
  const back = withSettled(moved, [2, 4], home, { waiting: 4, engaged: 1 }, home);
  expect(shown(back)).toEqual(shown(begin));
  // A folded column counts what it does not show.
  const folded = [begin[0], column("closed", [], { folded: true, count: 7 })].flatMap(
    (each) => each ?? [],
  );
  expect(shown(withMoved(folded, ids, "closed"))).toEqual([
    ["waiting", 2, [1, 3]],
    ["closed", 9, []],
  ]);
});

test("what the server no longer has goes, and what it has elsewhere goes there", () => {
  const moved = withMoved(begin, new Set([1, 2, 3]), "engaged");
  const settled = [
    { column: "engaged", card: card(1) },
    { column: "waiting", card: card(2) },
  ];
  const counts = { waiting: 2, engaged: 2 };
  expect(shown(withSettled(moved, [1, 2, 3], settled, counts))).toEqual([
    ["waiting", 2, [2, 4]],
    ["engaged", 2, [1, 9]],
  ]);
});

test("the next cards come behind the others, each once", () => {
  const found = withNext(begin, "waiting", { cards: [card(4), card(5)], next: null });
  expect(shown(found)[0]).toEqual(["waiting", 4, [1, 2, 3, 4, 5]]);
});

test("a page that is written anew keeps what was loaded and what was moved by hand", () => {
  const known = [
    column("waiting", [1, 2, 3, 4, 5, 6], { next: ["b", 6] }),
    column("engaged", [7, 9]),
  ];
  const fresh = [
    column("waiting", [1, 3], { count: 40, next: ["a", 3] }),
    column("engaged", [9, 7]),
  ];
  const merged = withFresh(known, fresh, new Set([7]));
  expect(shown(merged)).toEqual([
    ["waiting", 40, [1, 3, 2, 4, 5, 6]],
    ["engaged", 2, [7, 9]],
  ]);
  expect(merged[0]?.next).toEqual(["b", 6]);
  // What went elsewhere meanwhile is not held.
  const elsewhere = [column("waiting", [7]), column("engaged", [9])];
  expect(shown(withFresh(known, elsewhere, new Set([7])))[1]).toEqual(["engaged", 1, [9]]);
});
