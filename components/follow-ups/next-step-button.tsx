"use client";

import { Button } from "@/components/ui/button.tsx";
import { askToFollowUp } from "./ask.ts";

/** Opens the sheet that adds a follow-up about what the page is about, as the key `f` does. */
export function NextStepButton({ label = "Next step" }: { label?: string }) {
  return (
    <Button size="s" aria-haspopup="dialog" onClick={() => askToFollowUp()}>
      {label} <kbd className="key">f</kbd>
    </Button>
  );
}
