"use client";

import { type ReactNode, useRef, useState, useTransition } from "react";
import { buttonClass } from "./button.tsx";
import type Panel from "./menu-panel.tsx";
import type { MenuItem } from "./menu-panel.tsx";
import { tried } from "./tried.ts";

type Props = {
  /** what the button shows */
  children: ReactNode;
  /** names the menu, and its button where that has no other name */
  label: string;
  /** names the button where it shows a value: "Status of Helio Health: Offer" */
  name?: string;
  items: MenuItem[];
  /** the id of the item in force, where the menu chooses one of several; it opens there, and digits choose */
  selected?: string;
  variant: "secondary" | "quiet" | "bare";
  size?: "s";
  icon?: boolean;
};

// Kept once it is there: a lazy component would suspend at its first opening even then.
let MenuPanel: typeof Panel | undefined;

/** Fetches the code of an open menu, so that the first one opens at once. */
export async function loadMenuPanel(): Promise<void> {
  MenuPanel = (await import("./menu-panel.tsx")).default;
}

// The next press asks again.
const withoutNetwork = () => {};
const fetchAhead = () => void loadMenuPanel().catch(withoutNetwork);

/** A button with a menu. The menu's code is fetched on hover or focus, so a table of menus stays light. */
export function Menu({ children, label, name, items, selected, variant, size, icon }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();

  const show = () => {
    if (MenuPanel) setOpen(true);
    else loadMenuPanel().then(() => setOpen(true), withoutNetwork);
  };

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={variant === "bare" ? "menu-bare" : buttonClass({ variant, size, icon })}
        aria-label={name ?? (icon ? label : undefined)}
        aria-haspopup="menu"
        aria-expanded={open}
        data-pending={pending || undefined}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => (open ? setOpen(false) : show())}
        // Opened by the keys themselves: React Aria takes the click that a key makes for a screen reader's, and then
        // leaves the focus where it was.
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          show();
        }}
        onKeyUp={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          show();
        }}
      >
        {children}
      </button>
      {open && MenuPanel && (
        <MenuPanel
          trigger={trigger}
          label={label}
          items={items}
          selected={selected}
          onClose={() => setOpen(false)}
          onAct={(action) => start(async () => void (await tried(async () => action())))}
        />
      )}
    </>
  );
}
