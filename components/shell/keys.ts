import { adminPlaces, dailyPlaces, morePlaces } from "./places.ts";
import { moveRow, openRow, rowEditLink, selectRow } from "./rows.ts";

type Acts = { go: (href: string) => void; find: () => void; help: () => void };

/** What the list of keys shows. */
export const keyHelp: { title: string; keys: [string, string][] }[] = [
  {
    title: "Anywhere",
    keys: [
      ["Ctrl K", "Find anything"],
      ["/", "Search this list, or find"],
      ["n", "New posting"],
      ["Ctrl Enter", "Save a form"],
      ["u", "Undo, while the message shows"],
      ["?", "This list"],
    ],
  },
  {
    title: "In a list",
    keys: [
      ["j", "Next row"],
      ["k", "Row before"],
      ["Enter", "Open"],
      ["x", "Select"],
      ["e", "Edit"],
    ],
  },
  {
    title: "Go to",
    keys: [...dailyPlaces, ...morePlaces].map(({ letter, label }) => [`g ${letter}`, label]),
  },
];

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));

/** Does what a key asks for. Answers whether it did something. `going` remembers a `g` for the next key. */
export function pressKey(event: KeyboardEvent, going: { current: boolean }, acts: Acts): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    acts.find();
    return true;
  }
  const open = document.querySelector("dialog[open], [role=dialog], [role=menu]");
  if (event.ctrlKey || event.metaKey || event.altKey || open || inField(event.target)) return false;

  if (going.current) {
    going.current = false;
    const places = [...dailyPlaces, ...morePlaces, ...adminPlaces];
    const place = places.find(({ letter }) => letter === event.key);
    if (place) acts.go(place.href);
    return place !== undefined;
  }
  return pressSingle(event.key, going, acts);
}

function pressSingle(key: string, going: { current: boolean }, acts: Acts): boolean {
  switch (key) {
    case "g":
      going.current = true;
      setTimeout(() => {
        going.current = false;
      }, 1500);
      return true;
    case "n":
      acts.go("/postings/new");
      return true;
    case "/":
      if (!focusSearch()) acts.find();
      return true;
    case "?":
      acts.help();
      return true;
    case "j":
      return moveRow(1);
    case "k":
      return moveRow(-1);
    case "x":
      return selectRow();
    case "e":
      return follow(rowEditLink());
    case "u":
      return follow([...document.querySelectorAll<HTMLElement>("[data-undo]")].at(-1) ?? null);
    case "Enter":
      return openRow();
    default:
      return false;
  }
}

function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>("main input[type=search]");
  box?.focus();
  box?.select();
  return box !== null;
}

function follow(link: HTMLElement | null): boolean {
  link?.click();
  return link !== null;
}
