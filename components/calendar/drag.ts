/** Where something is dropped: a day, and a time of it where it is dropped among the hours. */
export type Slot = { day: string; name: string; clock?: string };

type Drags = {
  moved: (entry: HTMLElement, slot: Slot) => void;
  /** what is said while something is dragged; "" once that is over */
  say: (words: string) => void;
};

const stepMinutes = 15;
const minutesPerDay = 1_440;

const clockOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** Listens to dragging by the pointer inside `grid` (HTML drag and drop), until the signal ends it. */
export function listenToDrags(grid: HTMLElement, { moved, say }: Drags, signal: AbortSignal): void {
  let held: { entry: HTMLElement; grabbedPx: number } | undefined;
  let over: HTMLElement | undefined;

  const leave = () => {
    if (!over) return;
    delete over.dataset.over;
    const lane = over.querySelector<HTMLElement>("[data-lane]");
    delete lane?.dataset.slot;
    over = undefined;
  };
  const end = () => {
    leave();
    delete held?.entry.dataset.held;
    held = undefined;
    say("");
  };

  const start = (event: DragEvent) => {
    const entry = elementOf(event)?.closest<HTMLElement>("[draggable=true][data-entry]");
    if (!entry || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", entry.dataset.title ?? "");
    held = { entry, grabbedPx: event.clientY - entry.getBoundingClientRect().top };
    entry.dataset.held = "";
  };

  const move = (event: DragEvent) => {
    const cell = held && elementOf(event)?.closest<HTMLElement>("[role=gridcell]");
    if (!held || !cell) return leave();
    event.preventDefault();
    const slot = slotAt(cell, held, event.clientY);
    if (over !== cell) leave();
    over = cell;
    cell.dataset.over = "";
    showSlot(cell, slot.clock);
    say(`${held.entry.dataset.title}: ${[slot.name, slot.clock].filter(Boolean).join(", ")}`);
  };

  const drop = (event: DragEvent) => {
    const cell = elementOf(event)?.closest<HTMLElement>("[role=gridcell]");
    if (!held || !cell) return;
    event.preventDefault();
    moved(held.entry, slotAt(cell, held, event.clientY));
    end();
  };

  grid.addEventListener("dragstart", start, { signal });
  grid.addEventListener("dragover", move, { signal });
  grid.addEventListener("drop", drop, { signal });
  grid.addEventListener("dragend", end, { signal });
}

const elementOf = ({ target }: Event) => (target instanceof Element ? target : null);

type Held = { entry: HTMLElement; grabbedPx: number };

function slotAt(cell: HTMLElement, { entry, grabbedPx }: Held, y: number): Slot {
  const slot = { day: cell.dataset.day ?? "", name: cell.dataset.name ?? "" };
  const lane = cell.querySelector<HTMLElement>("[data-lane]");
  // What is to do has no hours: it stays among the things of a day.
  if (!lane || entry.dataset.entry?.startsWith("follow_up")) return slot;
  const { top, bottom } = lane.getBoundingClientRect();
  if (y < top) return slot;
  const [first, last] = [Number(lane.dataset.firstMinute), Number(lane.dataset.lastMinute)];
  // One without a time has no top that was grabbed.
  const grabbed = entry.closest("[data-lane]") ? grabbedPx : 0;
  const minutes = first + ((y - grabbed - top) / (bottom - top)) * (last - first);
  const snapped = Math.round(minutes / stepMinutes) * stepMinutes;
  return { ...slot, clock: clockOf(Math.min(Math.max(snapped, 0), minutesPerDay - stepMinutes)) };
}

/** Shows where among the hours something would be. */
function showSlot(cell: HTMLElement, clock: string | undefined): void {
  const lane = cell.querySelector<HTMLElement>("[data-lane]");
  if (!lane) return;
  if (!clock) {
    delete lane.dataset.slot;
    return;
  }
  const first = Number(lane.dataset.firstMinute);
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const share = (minutes - first) / (Number(lane.dataset.lastMinute) - first);
  lane.style.setProperty("--slot", `${share * 100}%`);
  lane.dataset.slot = clock;
}
