"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useSyncExternalStore, useTransition } from "react";
import { withoutBase } from "@/lib/base-path.ts";
import { flashCookie, readFlash, type UndoRef } from "@/lib/forms/flash-cookie.ts";
import { Button, LinkButton } from "./button.tsx";
import { setCookie } from "./cookie.ts";
import { Icon } from "./icon.tsx";
import { xIcon } from "./icons.ts";
import {
  currentToasts,
  dismissSettled,
  dismissToast,
  onToasts,
  showToast,
  type Toast,
} from "./toasts.ts";
import { tried } from "./tried.ts";

export type Undo = (what: UndoRef, from: string) => Promise<{ message: string }>;

const none: readonly Toast[] = [];

/**
 * Where messages appear, read out as they come. `undo` takes back what a flash names, pressed on the page `from`, and
 * answers with a sentence.
 */
export function ToastRegion({ undo }: { undo: Undo }) {
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none);
  const newest = toasts.findLast(({ undo }) => undo);
  const place = `${usePathname()}?${useSearchParams()}`;
  return (
    <section className="toasts" aria-label="Messages">
      <FlashReader key={place} undo={undo} />
      <div role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} hasKey={toast.id === newest?.id} />
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
  const { message, undo: what, settles, next } = flash;
  if (settles) dismissSettled(nameOf(settles));
  const takeBack = what && (async () => (await undo(what, withoutBase(location.pathname))).message);
  showToast(message, takeBack, what && nameOf(what), next);
}

const nameOf = ({ kind, ids }: UndoRef) => `${kind} ${ids.join(" ")}`;

const seconds = 10;

type CardProps = {
  toast: Toast;
  /** the key `u` takes back what it says: it is the newest that can be */
  hasKey: boolean;
};

/** One message; its time stands still while the pointer or the focus is on it. */
function ToastCard({ toast, hasKey }: CardProps) {
  const card = useRef<HTMLDivElement>(null);
  const [pending, start] = useTransition();
  const { id, message, undo, next } = toast;

  useEffect(() => {
    let left = seconds;
    const timer = setInterval(() => {
      if (card.current?.matches(":hover, :focus-within, :has([data-pending])")) return;
      left -= 1;
      if (left <= 0) dismissToast(id);
    }, 1000);
    return () => clearInterval(timer);
  }, [id]);

  const takeBack = () =>
    start(async () => {
      // Where the server is not reached the toast stays, so that it can be pressed again.
      const answer = await tried(async () => ({ said: await undo?.() }), "Not undone. Try again.");
      if (!answer) return;
      dismissToast(id);
      showToast(typeof answer.said === "string" ? answer.said : "Undone");
    });

  return (
    <div ref={card} className="toast-card">
      <p>{message}</p>
      {next && (
        <LinkButton size="s" href={next.href} onClick={() => dismissToast(id)}>
          {next.label}
        </LinkButton>
      )}
      {undo && (
        <Button
          size="s"
          onClick={takeBack}
          pending={pending}
          title={`Undo: ${message}`}
          aria-keyshortcuts={hasKey ? "u" : undefined}
          data-undo={hasKey || undefined}
        >
          Undo
          {hasKey && (
            <span aria-hidden>
              <kbd className="key">u</kbd>
            </span>
          )}
        </Button>
      )}
      <Button size="s" icon variant="quiet" aria-label="Dismiss" onClick={() => dismissToast(id)}>
        <Icon of={xIcon} />
      </Button>
    </div>
  );
}
