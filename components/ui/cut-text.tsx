"use client";

import { useEffect } from "react";

// From a word or a mark inside up to what cuts it off.
const mostSteps = 4;

function cuttingElement(start: EventTarget | null): HTMLElement | undefined {
  let element = start instanceof HTMLElement ? start : null;
  for (let step = 0; element && step < mostSteps; step += 1, element = element.parentElement) {
    const isCut = element.scrollWidth > element.clientWidth;
    if (isCut && getComputedStyle(element).textOverflow === "ellipsis") return element;
  }
  return undefined;
}

/** Gives text that is cut off with an ellipsis a tooltip of the whole of it. One listener for the page. */
export function CutText() {
  useEffect(() => {
    const show = ({ target }: PointerEvent) => {
      const element = cuttingElement(target);
      if (!element || (element.title && element.dataset.cut === undefined)) return;
      element.dataset.cut = "";
      element.title = element.textContent ?? "";
    };
    document.addEventListener("pointerover", show);
    return () => document.removeEventListener("pointerover", show);
  }, []);
  return null;
}
