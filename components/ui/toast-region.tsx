"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { flashCookie, readFlash, type UndoRef } from "@/lib/forms/flash-cookie.ts";
import { setCookie } from "./cookie.ts";
import { ToastCard } from "./toast-card.tsx";
import { currentToasts, onToasts, showToast, type Toast } from "./toasts.ts";

export type Undo = (what: UndoRef) => Promise<{ message: string }>;

const none: readonly Toast[] = [];

/** Where messages appear, read out as they come. `undo` takes back what a flash names and answers with a sentence. */
export function ToastRegion({ undo }: { undo: Undo }) {
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none);
  const place = `${usePathname()}?${useSearchParams()}`;
  return (
    <section className="toasts" aria-label="Messages">
      <FlashReader key={place} undo={undo} />
      <div role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

/** Picks up the message that a server action left in a cookie. Give it the place as `key`: it looks when mounted. */
function FlashReader({ undo }: { undo: Undo }) {
  useEffect(() => {
    const look = () => showFlash(undo);
    look();
    // An action that stays on its page changes the cookie alone.
    window.cookieStore?.addEventListener("change", look);
    return () => window.cookieStore?.removeEventListener("change", look);
  }, [undo]);
  return null;
}

function showFlash(undo: Undo) {
  const flash = readFlash(document.cookie);
  if (!flash) return;
  setCookie(flashCookie, "", 0);
  const { message, undo: what } = flash;
  showToast(message, what && (async () => (await undo(what)).message));
}
