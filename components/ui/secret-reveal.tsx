"use client";

import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/forms/click-action.ts";
import { Button } from "./button.tsx";
import { showToast } from "./toasts.ts";
import { tried } from "./tried.ts";

/** A stored password: fetched and shown only when asked for, and hidden again. */
export function SecretReveal({ reveal }: { reveal: () => Promise<ActionResult<string>> }) {
  const [secret, setSecret] = useState<string>();
  const [pending, start] = useTransition();

  const toggle = () => {
    if (secret !== undefined) return setSecret(undefined);
    start(async () => {
      const answer = await tried(reveal, "It could not be fetched. Try again.");
      if (answer?.done !== undefined) setSecret(answer.done);
      else if (answer) showToast(answer.message);
    });
  };
  return (
    <span className="reveal" role="status">
      {secret === undefined ? <code aria-hidden>••••••••</code> : <code>{secret}</code>}
      <Button size="s" pending={pending} onClick={toggle}>
        {secret === undefined ? "Show" : "Hide"}
        <span className="sr-only"> the password</span>
      </Button>
    </span>
  );
}
