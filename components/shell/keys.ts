import { askToFollowUp } from "../follow-ups/ask.ts";
import { beginTypeAhead, keepTyped } from "../forms/type-ahead.ts";
import { askForPreview } from "../preview/ask.ts";
import { adminPlaces, dailyPlaces, morePlaces } from "./places.ts";

type KeyActions = { go: (href: string) => void; find: () => void; help: () => void };

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));

/** Handles a key. Returns whether it did something. `going` remembers a `g` for the next key. */
export function pressKey(
  event: KeyboardEvent,
  going: { current: boolean },
  actions: KeyActions,
): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    actions.find();
    return true;
  }
  // Letters are no shortcuts while a form is open for typing.
  const open = document.querySelector(
    "dialog[open], [role=dialog], [role=menu], form[data-typing]",
  );
  // A list that is led from a field is sent what is typed there, as an event of its own.
  const isTyped = inField(event.target) || inField(document.activeElement);
  if (event.ctrlKey || event.metaKey || event.altKey || open || isTyped) return false;
  if (keepTyped(event.key)) return true;

  if (going.current) {
    going.current = false;
    const places = [...dailyPlaces, ...morePlaces, ...adminPlaces];
    const place = places.find(({ letter }) => letter === event.key);
    if (place) actions.go(place.href);
    return place !== undefined;
  }
  return pressSingle(event.key, going, actions);
}

function pressSingle(key: string, going: { current: boolean }, actions: KeyActions): boolean {
  switch (key) {
    case "g":
      going.current = true;
      setTimeout(() => {
        going.current = false;
      }, 1500);
      return true;
    case "n":
      beginTypeAhead();
      actions.go("/add");
      return true;
    case "f":
      beginTypeAhead();
      askToFollowUp();
      return true;
    case "/":
      if (!focusSearch()) actions.find();
      return true;
    case "?":
      actions.help();
      return true;
    case "j":
      return click(listStep("next")) || moveRow(1);
    case "k":
      return click(listStep("prev")) || moveRow(-1);
    case "J":
      return selectRow(1);
    case "K":
      return selectRow(-1);
    case "x":
      return click(rowInHand()?.querySelector("input[type=checkbox]"));
    case "d":
      return click(rowToAnswer()?.querySelector("[data-answer=done]"));
    case "s":
      return press(document.querySelector<HTMLElement>("[data-bulk-status] button")) || snooze();
    case "w":
      return openMenu(rowToAnswer(), "more");
    case "e":
      return click(editLink());
    case "t":
      return click(document.querySelector("main [data-today]"));
    case "m":
      return click(document.activeElement?.closest("[data-entry]")?.querySelector("[data-move]"));
    case "u":
      return click(document.querySelector("[data-undo]"));
    case "Enter":
      return openRow();
    case " ":
      return previewRow();
    default:
      return false;
  }
}

/** The row that an answer is for: the one in hand, or else the first of the queue, which stands out. */
const rowToAnswer = () => rowInHand() ?? document.querySelector("main .queue [data-row]");

/** Opens a row's menu of answers as its own key does, so that the focus goes into it; on a phone one menu has them all. */
function openMenu(row: Element | null, name: "snooze" | "more"): boolean {
  const menus = [name, "more"].map((each) => `[data-answer-menu=${each}] button`);
  const buttons = menus.flatMap((menu) => [...(row?.querySelectorAll<HTMLElement>(menu) ?? [])]);
  return press(buttons.find((each) => each.checkVisibility()));
}

const snooze = () => openMenu(rowToAnswer(), "snooze");

/** Presses the button of a menu as its own key does. Returns whether there is one. */
function press(button: HTMLElement | null | undefined): boolean {
  button?.focus();
  button?.dispatchEvent(
    new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }),
  );
  return Boolean(button);
}

function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>("main input[type=search]");
  box?.focus();
  box?.select();
  return box !== null;
}

const listStep = (rel: "prev" | "next") => document.querySelector(`main [data-list-step=${rel}]`);

/** Clicks an element. Returns whether there is one. */
function click(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.click();
  return true;
}

// Rows are marked `data-row`; the link inside that opens one `data-row-link`, the one that edits `data-edit-link`.
const currentRow = () => document.querySelector<HTMLElement>("main [data-row][data-current]");
const rowInHand = () => document.activeElement?.closest<HTMLElement>("[data-row]") ?? currentRow();

/** Marks the next or previous row and focuses its link. */
function moveRow(by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("main [data-row]")];
  if (all.length === 0) return false;
  const row = rowInHand();
  const at = row ? all.indexOf(row) + by : by === 1 ? 0 : all.length - 1;
  const next = all[Math.min(Math.max(at, 0), all.length - 1)];
  for (const row of all) delete row.dataset.current;
  if (!next) return false;
  next.dataset.current = "";
  next.querySelector<HTMLElement>("[data-row-link]")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

const boxOf = (row: Element | null | undefined) =>
  row?.querySelector<HTMLInputElement>("input[data-select]");

/** Moves to the next or previous row and selects what lies between; back over what is selected, it takes that back. */
function selectRow(by: 1 | -1): boolean {
  const from = boxOf(rowInHand());
  if (!moveRow(by)) return false;
  const to = boxOf(rowInHand());
  if (from?.checked && to?.checked && from !== to) from.click();
  else for (const box of new Set([from, to])) if (box && !box.checked) box.click();
  return true;
}

/** Opens the marked row, unless the focus is on something that handles Enter itself. */
function openRow(): boolean {
  const target = document.activeElement;
  if (target && target !== document.body && !target.matches("main, section")) return false;
  return click(currentRow()?.querySelector("[data-row-link]"));
}

/** Shows the row in hand beside its list, where the focus is on nothing that the space bar presses. */
function previewRow(): boolean {
  const target = document.activeElement;
  const isRow = target?.matches("main [data-row-link]");
  if (!isRow && target && target !== document.body && !target.matches("main, section"))
    return false;
  const href = rowInHand()?.closest("[data-selectable]")
    ? rowInHand()?.querySelector("[data-row-link]")?.getAttribute("href")
    : undefined;
  if (href) askForPreview(href);
  return Boolean(href);
}

/** The edit link of the marked row, or else of the page's record. */
const editLink = () =>
  rowInHand()?.querySelector("[data-edit-link]") ??
  document.querySelector("main [data-edit-link]:not([data-row] *)");
