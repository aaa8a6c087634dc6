"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState, useTransition } from "react";
import { buttonClass } from "./button.tsx";
import type { MenuItem } from "./menu-panel.tsx";

type Props = {
  /** what the button shows */
  children: ReactNode;
  /** names the button where `children` is an icon, and the menu */
  label: string;
  items: MenuItem[];
  variant: "quiet" | "bare";
  size?: "s";
  icon?: boolean;
};

const load = () => import("./menu-panel.tsx");
const MenuPanel = dynamic(load, { ssr: false });

/** A button with a menu. The menu's code is fetched on hover or focus, so a table of menus stays light. */
export function Menu({ children, label, items, variant, size, icon }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={variant === "bare" ? "menu-bare" : buttonClass({ variant, size, icon })}
        aria-label={icon ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        data-pending={pending || undefined}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <MenuPanel
          trigger={trigger}
          label={label}
          items={items}
          onClose={() => setOpen(false)}
          onAct={(action) => start(async () => action())}
        />
      )}
    </>
  );
}
