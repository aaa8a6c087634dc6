"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { revealSitePassword } from "@/lib/sites/actions.ts";

type Answer = Awaited<ReturnType<typeof revealSitePassword>>;

/** The password that is kept for a site: fetched and shown only when asked for. */
export function SitePassword({ id }: { id: number }) {
  const [answer, setAnswer] = useState<Answer>();
  const [pending, start] = useTransition();
  const toggle = () =>
    start(async () => setAnswer(answer ? undefined : await revealSitePassword(id).catch(failed)));
  return (
    <span className="site-password">
      <span role="status">
        {!answer && (
          <>
            <span aria-hidden>••••••••</span>
            <span className="sr-only">Hidden</span>
          </>
        )}
        {answer && "password" in answer && <code>{answer.password}</code>}
        {answer && "message" in answer && answer.message}
      </span>
      <Button
        size="s"
        onClick={toggle}
        pending={pending}
        aria-label={answer ? "Hide the password" : "Show the password"}
      >
        {answer ? "Hide" : "Show"}
      </Button>
    </span>
  );
}

const failed = () => ({ message: "Foothold did not answer. Try again in a moment." });
