"use client";

import { useEffect, useRef, useTransition } from "react";
import { xIcon } from "@/components/ui/icons.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { dismissToast, showToast, type Toast } from "./toasts.ts";

const seconds = 10;

/** One message; its time stands still while the pointer or the focus is on it. */
export function ToastCard({ toast }: { toast: Toast }) {
  const card = useRef<HTMLDivElement>(null);
  const [pending, start] = useTransition();
  const { id, message, undo } = toast;

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
      const answer = await undo?.();
      dismissToast(id);
      showToast(typeof answer === "string" ? answer : "Undone.");
    });

  return (
    <div ref={card} className="toast-card">
      <p>{message}</p>
      {undo && (
        <Button size="s" onClick={takeBack} pending={pending} aria-keyshortcuts="u" data-undo>
          Undo
          <span aria-hidden>
            <kbd className="key">u</kbd>
          </span>
        </Button>
      )}
      <Button size="s" icon variant="quiet" aria-label="Dismiss" onClick={() => dismissToast(id)}>
        <Icon of={xIcon} />
      </Button>
    </div>
  );
}
