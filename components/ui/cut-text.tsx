"use client";

import { useEffect } from "react";

/** The text that is cut off with an ellipsis under a point of the page; "" where none is. */
function cutTextAt(x: number, y: number): string {
  for (const element of document.elementsFromPoint(x, y)) {
    const isCut = element.scrollWidth > element.clientWidth;
    if (isCut && getComputedStyle(element).textOverflow === "ellipsis")
      return element.textContent ?? "";
  }
  return "";
}

/**
 * Gives text that is cut off with an ellipsis a tooltip of the whole of it. One listener for the page. The tooltip is
 * the hovered element's, since in a table the link of a row lies over its cells.
 */
export function CutText() {
  useEffect(() => {
    const show = ({ target, clientX, clientY }: PointerEvent) => {
      if (!(target instanceof HTMLElement)) return;
      if (target.title && target.dataset.cut === undefined) return;
      const text = cutTextAt(clientX, clientY);
      if (text === target.title) return;
      target.title = text;
      target.dataset.cut = "";
    };
    document.addEventListener("pointermove", show, { passive: true });
    return () => document.removeEventListener("pointermove", show);
  }, []);
  return null;
}
