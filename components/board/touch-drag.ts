const longPressMs = 400;
/** A finger that moves further before that scrolls. */
const steadyPx = 10;
/** So near an edge the board turns to the next column, and a column scrolls. */
const edgePx = 36;
const turnEveryMs = 800;
const scrollPx = 9;

export type TouchHands = {
  /** takes a card in hand, with those that are selected; gives what is held in words */
  take: (id: number) => string;
  over: (key: string | undefined) => void;
  drop: (key: string) => void;
  release: () => void;
};

type Press = { card: HTMLElement; pointer: number; x: number; y: number; timer: number };
type Held = {
  ghost: HTMLElement;
  x: number;
  y: number;
  over?: string;
  turnedAt: number;
  frame: number;
};

const cardAt = (target: EventTarget | null) =>
  target instanceof Element && !target.closest("button, label, input")
    ? target.closest<HTMLElement>("[data-card]")
    : null;

/**
 * Listens to fingers on the board until the signal ends it: a long press takes a card, which is dropped on a column or on
 * its count. Native dragging begins by a long press too where there is one, and never reaches what is out of sight.
 */
export function listenToTouch(board: HTMLElement, hands: TouchHands, signal: AbortSignal): void {
  let press: Press | undefined;
  let held: Held | undefined;
  let isTouch = false;
  let wasHeld = false;

  const letGo = () => {
    window.clearTimeout(press?.timer);
    press = undefined;
    if (!held) return;
    cancelAnimationFrame(held.frame);
    held.ghost.remove();
    held = undefined;
    hands.release();
  };

  const look = () => {
    if (!held) return;
    const { x, y } = held;
    const under = document.elementFromPoint(x, y);
    const key = under?.closest<HTMLElement>("[data-column]")?.dataset.column;
    if (key !== held.over) {
      held.over = key;
      hands.over(key);
    }
    scrollAt(under?.closest<HTMLElement>(".board-cards"), y);
    turnAt(board.querySelector<HTMLElement>(".board__columns"), held);
    held.frame = requestAnimationFrame(look);
  };

  const take = () => {
    if (!press) return;
    const { card, pointer, x, y } = press;
    const words = hands.take(Number(card.dataset.card));
    // React Aria would open the card once the finger is up.
    card.dispatchEvent(new PointerEvent("pointercancel", { pointerId: pointer, bubbles: true }));
    const ghost = document.createElement("div");
    ghost.className = "board-held board-held--touch";
    ghost.textContent = words;
    document.body.append(ghost);
    held = { ghost, x, y, turnedAt: performance.now(), frame: 0 };
    wasHeld = true;
    place(held);
    look();
  };

  const down = ({
    target,
    pointerType,
    pointerId,
    isPrimary,
    clientX: x,
    clientY: y,
  }: PointerEvent) => {
    letGo();
    isTouch = pointerType === "touch";
    wasHeld = false;
    const card = isTouch && isPrimary ? cardAt(target) : null;
    if (card)
      press = { card, pointer: pointerId, x, y, timer: window.setTimeout(take, longPressMs) };
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (held) {
      Object.assign(held, { x, y });
      place(held);
    } else if (press && Math.hypot(x - press.x, y - press.y) > steadyPx) letGo();
  };
  const up = () => {
    if (held?.over !== undefined) hands.drop(held.over);
    letGo();
  };
  const cancel = ({ isTrusted }: Event) => isTrusted && letGo();
  const keep = (event: Event) => {
    if (!isTouch || (!press && !held)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (event: Event) => {
    if (!wasHeld) return;
    wasHeld = false;
    event.preventDefault();
    event.stopPropagation();
  };

  const listen = { signal };
  board.addEventListener("pointerdown", down, listen);
  board.addEventListener("dragstart", keep, { signal, capture: true });
  board.addEventListener("contextmenu", keep, { signal, capture: true });
  board.addEventListener("click", click, { signal, capture: true });
  // What is held does not scroll; a passive listener could not say so.
  board.addEventListener("touchmove", (event) => held && event.preventDefault(), {
    signal,
    passive: false,
  });
  document.addEventListener("pointermove", move, listen);
  document.addEventListener("pointerup", up, listen);
  document.addEventListener("pointercancel", cancel, listen);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && letGo(), listen);
  signal.addEventListener("abort", letGo);
}

function place({ ghost, x, y }: Held): void {
  ghost.style.translate = `${x}px ${y}px`;
}

function scrollAt(list: HTMLElement | null | undefined, y: number): void {
  if (!list) return;
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + edgePx) list.scrollTop -= scrollPx;
  if (y > bottom - edgePx) list.scrollTop += scrollPx;
}

function turnAt(columns: HTMLElement | null, held: Held): void {
  if (!columns || performance.now() - held.turnedAt < turnEveryMs) return;
  const { left, right } = columns.getBoundingClientRect();
  const by = held.x < left + edgePx ? -1 : held.x > right - edgePx ? 1 : 0;
  if (by === 0) return;
  held.turnedAt = performance.now();
  columns.scrollBy({
    left: by * (columns.firstElementChild?.clientWidth ?? 0),
    behavior: "smooth",
  });
}
