"use client";

import { type RefObject, useEffect } from "react";

/** Puts the focus into the first field of a form that has just opened inside `box`. */
export function useFirstField(box: RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    if (!open) return;
    // A menu that closes at the same time gives the focus back to its button first.
    const timer = setTimeout(() => {
      box.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
    }, 60);
    return () => clearTimeout(timer);
  }, [box, open]);
}
