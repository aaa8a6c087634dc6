"use client";

import { type ComponentType, useCallback, useEffect, useState } from "react";
import { KeepPlace } from "@/components/lists/keep-place.tsx";
import { PreviewKeeper } from "@/components/preview/preview-keeper.tsx";
import { whenIdle } from "@/components/shell/idle.ts";
import type { SelectionProps } from "./selection-props.ts";

// The next touch asks again.
const withoutNetwork = () => {};
const touches = ["pointerover", "pointerdown", "focusin"] as const;

/**
 * Selecting rows of the list above and changing them at once. All of its code is fetched once a hand is on the list,
 * and which rows are selected, their boxes know.
 */
export function Selection(props: SelectionProps) {
  const [Bar, setBar] = useState<ComponentType<SelectionProps>>();

  const fetchBar = useCallback(() => {
    import("./bulk-bar.tsx").then((made) => setBar(() => made.default), withoutNetwork);
  }, []);

  useEffect(() => {
    if (Bar) return;
    // A long press begins with the first touch, so there the code must have come before.
    if (matchMedia("(hover: none)").matches) return whenIdle(fetchBar);
    const look = ({ target }: Event) => {
      if (target instanceof Element && target.closest("[data-selectable]")) fetchBar();
    };
    for (const touch of touches) document.addEventListener(touch, look, { passive: true });
    return () => {
      for (const touch of touches) document.removeEventListener(touch, look);
    };
  }, [Bar, fetchBar]);

  // Another filter or page is another selection.
  const page = JSON.stringify(props.filter);
  return (
    <>
      <KeepPlace key={page} onSelected={fetchBar} />
      <PreviewKeeper />
      {Bar && <Bar key={`bar ${page}`} {...props} />}
    </>
  );
}
