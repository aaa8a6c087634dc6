"use client";

import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";

type Props = { at: number; onDiscard: () => void };

/** Tells that what was typed before is back, and lets it go. */
export function DraftNote({ at, onDiscard }: Props) {
  const when = new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Notice
      action={
        <Button size="s" onClick={onDiscard}>
          Discard it
        </Button>
      }
    >
      <p>What you typed here on {when} is back. It is not saved yet.</p>
    </Notice>
  );
}
