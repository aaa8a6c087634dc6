"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { revealSitePassword } from "@/lib/sites/actions.ts";

/** The password that is kept for a site: fetched and shown only when asked for. */
export function SitePassword({ id }: { id: number }) {
  const [shown, setShown] = useState<string>();
  const [pending, start] = useTransition();

  const toggle = () => {
    if (shown !== undefined) return setShown(undefined);
    start(async () => {
      const { message, done } = await revealSitePassword(id);
      if (done === undefined) showToast(message);
      else setShown(done);
    });
  };
  return (
    <span className="site-password" role="status">
      {shown === undefined ? <span aria-hidden>••••••••</span> : <code>{shown}</code>}
      <Button size="s" pending={pending} onClick={toggle}>
        {shown === undefined ? "Show" : "Hide"}
        <span className="sr-only"> the password</span>
      </Button>
    </span>
  );
}
