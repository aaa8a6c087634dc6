"use client";

const openFind = "foothold:find";

/** Asks the shell to open the palette. */
export function askToFind(): void {
  window.dispatchEvent(new Event(openFind));
}

/** Calls back when someone asks for the palette. Gives the way to stop. */
export function onAskToFind(listener: () => void): () => void {
  window.addEventListener(openFind, listener);
  return () => window.removeEventListener(openFind, listener);
}
