"use client";

import { useEffect } from "react";

const controls = "a[href]:not([hidden]), button, input, select";
const slideMs = 140;

/** A control in a row of a list, remembered by its place among the row's controls. */
type Held = { row: Element; at: number };

function heldBy(target: EventTarget | null): Held | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest("[data-row], main li");
  return row ? { row, at: [...row.querySelectorAll(controls)].indexOf(target) } : undefined;
}

/**
 * Focus management of lists: where an action makes its row leave, the focus goes to the same control of the row that
 * takes its place, never to the page; the rows below slide up.
 */
export function RowKeeper() {
  useEffect(() => {
    let held: Held | undefined;
    const hold = ({ target }: FocusEvent) => {
      held = heldBy(target);
    };
    const look = (records: MutationRecord[]) => {
      const left = records.filter(({ removedNodes }) => [...removedNodes].some(isRow));
      if (left.length === 1 && left[0]?.removedNodes.length === 1) slideUp(left[0].nextSibling);
      const hers = left.find(({ removedNodes }) => held && [...removedNodes].includes(held.row));
      if (hers && held && isFocusLost()) focusInstead(hers, held.at);
    };
    const observer = new MutationObserver(look);
    const main = document.getElementById("content");
    main?.addEventListener("focusin", hold);
    if (main) observer.observe(main, { childList: true, subtree: true });
    return () => {
      main?.removeEventListener("focusin", hold);
      observer.disconnect();
    };
  }, []);
  return null;
}

const isRow = (node: Node) => node instanceof Element && node.matches("[data-row], li");
const isFocusLost = () => !document.activeElement || document.activeElement === document.body;

function focusInstead({ nextSibling, previousSibling }: MutationRecord, at: number): void {
  const row = [nextSibling, previousSibling].find(
    (node): node is Element => node instanceof Element && node.isConnected && isRow(node),
  );
  const all = [...(row?.querySelectorAll<HTMLElement>(controls) ?? [])];
  // Without another row: what the empty list offers, or the view that one is in.
  const others = document.querySelector<HTMLElement>("main .empty a, main .chip[aria-current]");
  (all[at] ?? all[0] ?? others ?? document.getElementById("content"))?.focus();
}

function slideUp(first: Node | null): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (let row = first; row instanceof HTMLElement; row = row.nextElementSibling) {
    const from = { transform: `translateY(${row.offsetHeight}px)` };
    row.animate([from, { transform: "none" }], { duration: slideMs, easing: "ease-out" });
  }
}
