import { monthsLater } from "@/lib/calendar/months.ts";

const dayMs = 86_400_000;

// lib/dates.ts would bring its zones along.
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** The day that a key leads to from another; undefined of any other key. */
function dayOfKey(key: string, cell: HTMLElement, day: string): string | undefined {
  const step = steps[key];
  if (step !== undefined) return later(day, step);
  if (key === "PageUp" || key === "PageDown") return monthsLater(day, key === "PageUp" ? -1 : 1);
  const row = [...(cell.parentElement?.children ?? [])] as HTMLElement[];
  if (key === "Home") return row[0]?.dataset.day;
  return key === "End" ? row.at(-1)?.dataset.day : undefined;
}

const cellOf = (grid: HTMLElement, day: string) =>
  [...grid.querySelectorAll<HTMLElement>(`[role=gridcell][data-day="${day}"]`)].find((cell) =>
    cell.checkVisibility(),
  );

/** Gives a day of the grid the focus, and lets the tab key reach what is in it. Returns whether it is there. */
export function focusDay(grid: HTMLElement, day: string): boolean {
  const cell = cellOf(grid, day);
  if (!cell) return false;
  for (const other of grid.querySelectorAll<HTMLElement>("[role=gridcell]")) {
    const index = other === cell ? 0 : -1;
    other.tabIndex = index;
    const beside = ".calendar-add > *, [data-move]";
    for (const button of other.querySelectorAll<HTMLElement>(beside)) button.tabIndex = index;
  }
  cell.focus();
  return true;
}

type Go = { turn: (day: string) => void; open: (day: string) => void };

/** Handles a key in the grid (the ARIA grid pattern): arrows, Home, End and Page move by days, Enter opens one. */
export function pressInGrid(event: KeyboardEvent, grid: HTMLElement, go: Go): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement)) return;
  const cell = target.closest<HTMLElement>("[role=gridcell]");
  const day = cell?.dataset.day;
  if (!cell || !day) return;
  if (key === "Escape" && target !== cell) cell.focus();
  if (key === "Enter" && target === cell) go.open(day);
  const to = dayOfKey(key, cell, day);
  if (!to) return;
  event.preventDefault();
  if (!focusDay(grid, to)) go.turn(to);
}
