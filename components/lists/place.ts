/** Where a list was left, kept in the tab: how far it was scrolled, and which of its rows was opened. */
type Place = { top: number; href: string };

const keyOf = (address: string) => `place:${address}`;
const selectionKey = (address: string) => `selection:${address}`;
const returning = "returning";

/** An address whatever the order of its parameters. */
function listOf(address: string): string {
  const { pathname, searchParams } = new URL(address, location.href);
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

const here = () => listOf(location.href);

// Storage that is full or closed is no reason to disturb.
function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {}
}

function kept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** Listens for a row that is opened, and on a record for the way back, until the signal ends it. */
export function listenToLeaving(signal: AbortSignal): void {
  const leave = ({ target }: Event) => {
    const link = target instanceof Element && target.closest("main [data-row-link]");
    const href = link ? link.getAttribute("href") : null;
    if (href) keep(keyOf(here()), JSON.stringify({ top: scrollY, href } satisfies Place));
  };
  document.addEventListener("click", leave, { signal, capture: true });
}

/** Remembers which rows of the list are selected. */
export const keepSelection = (ids: number[]) =>
  keep(selectionKey(here()), ids.length > 0 ? JSON.stringify(ids) : undefined);

/** Selects the rows again that were selected when the list was left. Returns whether there are any. */
function restoreSelection(): boolean {
  const ids = kept(selectionKey(here()));
  if (!Array.isArray(ids)) return false;
  let any = false;
  for (const id of ids) {
    const box = document.querySelector<HTMLInputElement>(`input[data-select="${Number(id)}"]`);
    if (box) box.checked = true;
    any ||= box !== null;
  }
  return any;
}

/**
 * Where one comes back from a record of the list: scrolls to where it was left, takes its row in hand again and selects
 * what was selected. Returns whether anything is selected.
 */
export function restorePlace(): boolean {
  const isBack = kept(returning) === here();
  keep(returning, undefined);
  if (!isBack) return false;
  const place = kept(keyOf(here())) as Partial<Place> | null;
  if (typeof place?.top === "number") {
    scrollTo(0, place.top);
    const links = document.querySelectorAll<HTMLElement>("main [data-row-link]");
    const link = [...links].find((each) => each.getAttribute("href") === place.href);
    link?.closest<HTMLElement>("[data-row]")?.setAttribute("data-current", "");
    link?.focus({ preventScroll: true });
  }
  return restoreSelection();
}

/** Says that the next list is come back to, by the address of its link. */
export const noteReturn = (href: string) => keep(returning, JSON.stringify(listOf(href)));
