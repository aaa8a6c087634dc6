/** The boxes of the list's rows, in their order. */
const rowBoxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>("[data-selectable] tbody input[data-select]"),
];

const headBox = () => document.querySelector<HTMLInputElement>("input[data-select=all]");

export const selectedIds = (): number[] =>
  rowBoxes().flatMap(({ checked, dataset }) => (checked ? [Number(dataset.select)] : []));

/** How many rows are selected, of how many on the page; the head's box shows it. */
export function countSelected(): { selected: number; shown: number } {
  const boxes = rowBoxes();
  const selected = boxes.filter(({ checked }) => checked).length;
  const head = headBox();
  if (head) {
    head.checked = selected > 0 && selected === boxes.length;
    head.indeterminate = selected > 0 && selected < boxes.length;
  }
  return { selected, shown: boxes.length };
}

export function setAll(checked: boolean): void {
  for (const box of rowBoxes()) box.checked = checked;
}

/** Selects the rows from one to another, both included. */
function selectRange(from: HTMLInputElement | undefined, to: HTMLInputElement): void {
  const boxes = rowBoxes();
  // What was selected before this code was there has no last one.
  const begin = from ?? boxes.find((box) => box.checked && box !== to) ?? to;
  const ends = [boxes.indexOf(begin), boxes.indexOf(to)].map((at) => Math.max(at, 0));
  for (const box of boxes.slice(Math.min(...ends), Math.max(...ends) + 1)) box.checked = true;
}

const longPressMs = 450;
/** A finger that moves further scrolls. */
const steadyPx = 10;

const boxOf = (target: EventTarget | null) =>
  target instanceof Element
    ? target
        .closest("[data-selectable] [data-row]")
        ?.querySelector<HTMLInputElement>("[data-select]")
    : null;

/**
 * Listens to the pointer on the list's rows until the signal ends it: boxes, ranges with Shift, and on a touch screen a
 * long press, after which a tap selects.
 */
export function listenToBoxes(changed: () => void, signal: AbortSignal): void {
  let last: HTMLInputElement | undefined;
  let isTouch = false;
  let wasLong = false;
  let press: { timer: number; x: number; y: number } | undefined;

  const settle = (box: HTMLInputElement) => {
    last = box;
    changed();
  };

  const click = (event: MouseEvent) => {
    const { target, shiftKey } = event;
    if (target instanceof HTMLInputElement && target.dataset.select === "all") {
      setAll(target.checked);
      return changed();
    }
    const box = boxOf(target);
    if (!box) return;
    const isBox = target === box;
    if (wasLong) {
      wasLong = false;
      return event.preventDefault();
    }
    const isSelecting = selectedIds().length > 0;
    const isControl =
      target instanceof Element && target.closest("button, input, summary") !== null;
    if (shiftKey && (isBox || (isSelecting && !isControl))) {
      if (!isBox) event.preventDefault();
      selectRange(last, box);
      return settle(box);
    }
    if (isTouch && isSelecting && !isControl) {
      event.preventDefault();
      box.checked = !box.checked;
    } else if (!isBox) return;
    settle(box);
  };

  const select = (box: HTMLInputElement) => {
    wasLong = true;
    press = undefined;
    box.checked = true;
    settle(box);
  };
  const end = () => {
    window.clearTimeout(press?.timer);
    press = undefined;
  };
  const down = ({ target, pointerType, clientX: x, clientY: y }: PointerEvent) => {
    end();
    isTouch = pointerType === "touch";
    wasLong = false;
    const box = isTouch ? boxOf(target) : null;
    if (!box || selectedIds().length > 0) return;
    press = { timer: window.setTimeout(() => select(box), longPressMs), x, y };
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (press && Math.hypot(clientX - press.x, clientY - press.y) > steadyPx) end();
  };
  // The system's own menu on a link comes about then too.
  const menu = (event: Event) => {
    const box = isTouch ? boxOf(event.target) : null;
    if (!box || (!press && !wasLong)) return;
    event.preventDefault();
    if (press) {
      end();
      select(box);
    }
  };

  // Shift would select the text in between.
  const mouseDown = (event: MouseEvent) => {
    if (event.shiftKey && boxOf(event.target)) event.preventDefault();
  };

  document.addEventListener("mousedown", mouseDown, { signal });
  document.addEventListener("click", click, { signal, capture: true });
  document.addEventListener("pointerdown", down, { signal });
  document.addEventListener("pointermove", move, { signal });
  document.addEventListener("pointerup", end, { signal });
  document.addEventListener("pointercancel", end, { signal });
  document.addEventListener("contextmenu", menu, { signal });
}
