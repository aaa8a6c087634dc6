"use client";

import { useEffect } from "react";
import { flashCookie, readFlash, type UndoRef } from "@/lib/forms/flash-cookie.ts";
import { setCookie } from "./cookie.ts";
import { showToast } from "./toasts.ts";

export type Undo = (what: UndoRef) => Promise<{ message: string }>;

function look(undo?: Undo) {
  const flash = readFlash(document.cookie);
  if (!flash) return;
  setCookie(flashCookie, "", 0);
  const { message, undo: what } = flash;
  showToast(message, what && undo ? async () => (await undo(what)).message : undefined);
}

/** Picks up the message that a server action left in a cookie. Give it the place as `key`: it looks when mounted. */
export function FlashReader({ undo }: { undo?: Undo }) {
  useEffect(() => {
    const lookAgain = () => look(undo);
    lookAgain();
    // An action that stays on its page changes the cookie alone.
    window.cookieStore?.addEventListener("change", lookAgain);
    return () => window.cookieStore?.removeEventListener("change", lookAgain);
  }, [undo]);
  return null;
}
