"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { revealPassword } from "@/lib/postings/actions.ts";

/** A kept password: fetched and shown only when asked, and hidden again. */
export function RevealPassword({ id }: { id: number }) {
  const [shown, setShown] = useState<string>();
  const [pending, start] = useTransition();

  const toggle = () => {
    if (shown !== undefined) return setShown(undefined);
    start(async () => {
      const { message, done } = await revealPassword(id);
      if (done === undefined) showToast(message);
      else setShown(done);
    });
  };
  return (
    <span className="reveal" role="status">
      <code>{shown ?? "••••••••"}</code>
      <Button size="s" pending={pending} onClick={toggle}>
        {shown === undefined ? "Show" : "Hide"}
        <span className="sr-only"> the password</span>
      </Button>
    </span>
  );
}
