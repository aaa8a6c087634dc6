"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useSyncExternalStore } from "react";
import { Person, type PersonProps } from "../accounts/sign-in/sign-out.tsx";
import { SheetKeeper } from "../follow-ups/sheet-keeper.tsx";
import { KeepWorker } from "../push/keep-worker.tsx";
import { LinkButton } from "../ui/button.tsx";
import { CutText } from "../ui/cut-text.tsx";
import { Icon } from "../ui/icon.tsx";
import { plusIcon, searchIcon } from "../ui/icons.ts";
import { ToastRegion, type Undo } from "../ui/toast-region.tsx";
import { BottomBar, MoreMenu } from "./phone-nav.tsx";
import { PrintLine } from "./print-line.tsx";
import { Rail, type RailSlots } from "./rail.tsx";
import { RowKeeper } from "./row-keeper.tsx";
import { askToFind, Shortcuts } from "./shortcuts.tsx";

type Props = Omit<RailSlots, "path" | "person"> & {
  children: ReactNode;
  /** how wide the rail begins (kept in the cookie `rail`); `auto` by the width of the window */
  rail?: "narrow" | "wide" | "auto";
  /** who is signed in */
  person?: PersonProps;
  /** takes back what a message names */
  undo: Undo;
};

/**
 * Everything around a signed-in page: rail, top bar, bottom bar of a phone, messages, keyboard. A client component,
 * so that the browser is sent it once as a page and not again as data.
 */
export function AppShell({ children, rail = "auto", counts, admin, person, undo }: Props) {
  const path = usePathname();
  const slots = { path, admin, person: person && <Person {...person} /> };
  return (
    <div className="shell" data-rail={rail}>
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      <Rail counts={counts} {...slots} />
      <div className="shell__page">
        <PrintLine name={person?.name} />
        <TopBar path={path} menu={<MoreMenu {...slots} />} />
        <main id="content" tabIndex={-1}>
          {children}
          <ToastRegion undo={undo} />
        </main>
      </div>
      <BottomBar path={path} />
      <CutText />
      <Shortcuts path={path} personId={person?.id} admin={admin} />
      <RowKeeper />
      <SheetKeeper path={path} />
      <KeepWorker />
    </div>
  );
}

/** Over every page: find anything (but where a page does that itself), import, add. On a phone also the menu with the other places. */
function TopBar({ path, menu }: { path: string; menu: ReactNode }) {
  return (
    <header className="top-bar">
      {path !== "/search" && <FindBox />}
      <div className="top-bar__end">
        <LinkButton href="/import" className="top-bar__import">
          Import
        </LinkButton>
        <LinkButton href="/add" variant="primary" className="top-bar__add">
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
