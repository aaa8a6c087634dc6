"use client";

import { useEffect } from "react";
import { listenToLeaving, restorePlace } from "./place.ts";

/** Keeps where a list was left, and brings it back: how far it was scrolled, the row in hand, and what is selected. */
export function KeepPlace({ onSelected }: { onSelected: () => void }) {
  useEffect(() => {
    const control = new AbortController();
    listenToLeaving(control.signal);
    if (restorePlace()) onSelected();
    return () => control.abort();
  }, [onSelected]);
  return null;
}
