"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { LinkButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { plusIcon, searchIcon } from "../ui/icons.ts";
import { askToFind } from "./shortcuts.tsx";

/** Over every page: find anything, import, add. On a phone also the menu with the other places. */
export function TopBar({ menu }: { menu: ReactNode }) {
  return (
    <header className="top-bar">
      <FindBox />
      <div className="top-bar__end">
        <LinkButton href="/import" className="top-bar__import">
          Import
        </LinkButton>
        <LinkButton href="/postings/new" variant="primary" className="top-bar__add">
          <Icon of={plusIcon} /> Add posting
        </LinkButton>
        {menu}
      </div>
    </header>
  );
}

const never = () => () => {};
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** Looks like a search box and opens the palette, where the typing happens. */
function FindBox() {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return (
    <button type="button" className="find-box" aria-haspopup="dialog" onClick={askToFind}>
      <Icon of={searchIcon} />
      <span>Find anything</span>
      <kbd className="key">{mac ? "⌘K" : "Ctrl K"}</kbd>
    </button>
  );
}
