"use client";

import { Search } from "lucide-react";
import { Kbd } from "../ui/kbd.tsx";
import { askToFind } from "./events.ts";

/** Looks like a search box and opens the palette, where the typing happens. */
export function FindBox() {
  return (
    <button type="button" className="find-box" aria-haspopup="dialog" onClick={askToFind}>
      <Search aria-hidden />
      <span>Find anything</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
