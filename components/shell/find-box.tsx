"use client";

import { useSyncExternalStore } from "react";
import { Icon } from "../ui/icon.tsx";
import { searchIcon } from "../ui/icons.ts";
import { Kbd } from "../ui/kbd.tsx";
import { askToFind } from "./events.ts";

const never = () => () => {};
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** Looks like a search box and opens the palette, where the typing happens. */
export function FindBox() {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return (
    <button type="button" className="find-box" aria-haspopup="dialog" onClick={askToFind}>
      <Icon of={searchIcon} />
      <span>Find anything</span>
      <Kbd>{mac ? "⌘K" : "Ctrl K"}</Kbd>
    </button>
  );
}
