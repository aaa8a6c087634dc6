"use client";

import { useSyncExternalStore } from "react";
import { searchIcon } from "@/components/ui/icons.ts";
import { Icon } from "../ui/icon.tsx";
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
      <kbd className="key">{mac ? "⌘K" : "Ctrl K"}</kbd>
    </button>
  );
}
