"use client";

import { setCookie } from "../ui/cookie.ts";
import { Icon } from "../ui/icon.tsx";
import { panelLeftIcon } from "../ui/icons.ts";

/** Narrows the rail to its icons and back; a cookie keeps it, so the server draws it right. */
export function RailToggle() {
  const toggle = (button: HTMLElement) => {
    const shell = button.closest<HTMLElement>("[data-rail]");
    if (!shell) return;
    const next = shell.dataset.rail === "narrow" ? "wide" : "narrow";
    shell.dataset.rail = next;
    setCookie("rail", next, 31_536_000);
  };
  return (
    <button
      type="button"
      className="rail__toggle"
      aria-label="Narrow or widen the menu"
      title="Narrow or widen the menu"
      onClick={(event) => toggle(event.currentTarget)}
    >
      <Icon of={panelLeftIcon} />
    </button>
  );
}
