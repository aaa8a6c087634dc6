// Rows are marked `data-row`; the link inside that opens one `data-row-link`, the one that edits `data-edit-link`.
const rows = () => [...document.querySelectorAll<HTMLElement>("main [data-row]")];
const currentRow = () => document.querySelector<HTMLElement>("main [data-row][data-current]");

/** Moves the mark to the next row (or the one before) and the focus to its link. */
export function moveRow(by: 1 | -1): boolean {
  const all = rows();
  if (all.length === 0) return false;
  const focused = document.activeElement?.closest<HTMLElement>("[data-row]") ?? currentRow();
  const at = focused ? all.indexOf(focused) + by : by === 1 ? 0 : all.length - 1;
  const next = all[Math.min(Math.max(at, 0), all.length - 1)];
  for (const row of all) delete row.dataset.current;
  if (!next) return false;
  next.dataset.current = "";
  next.querySelector<HTMLElement>("[data-row-link]")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

/** Opens the marked row, unless the focus already stands on something that Enter works on. */
export function openRow(): boolean {
  const target = document.activeElement;
  if (target && target !== document.body && !target.matches("main, section")) return false;
  const link = currentRow()?.querySelector<HTMLElement>("[data-row-link]");
  link?.click();
  return link !== undefined && link !== null;
}

/** Checks or clears the marked row's checkbox. */
export function selectRow(): boolean {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]") ?? currentRow();
  const box = row?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box !== undefined && box !== null;
}

/** The link that edits the marked row, or the thing the page is about. */
export function rowEditLink(): HTMLElement | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]") ?? currentRow();
  const inRow = row?.querySelector<HTMLElement>("[data-edit-link]");
  return inRow ?? document.querySelector<HTMLElement>("main [data-edit-link]:not([data-row] *)");
}
