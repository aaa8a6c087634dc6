"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { checkAgain } from "@/lib/capture/snapshots/actions.ts";

/** Looks at a posting's address again, and says below what came of it. */
export function CheckAgain({ id }: { id: number }) {
  const [pending, start] = useTransition();
  const [note, setNote] = useState("");
  const look = () => start(async () => setNote((await checkAgain(id)).message));
  return (
    <div className="snapshot-check">
      <Button size="s" pending={pending} onClick={() => pending || look()}>
        Check again
      </Button>
      <p aria-live="polite">{pending ? "Looking at its page…" : note}</p>
    </div>
  );
}
