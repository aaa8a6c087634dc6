"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { type Asked, onAskToFollowUp, subjectAt } from "./ask.ts";

const Sheet = dynamic(() => import("./follow-up-sheet.tsx"), { ssr: false });

/** Holds the sheet that adds a follow-up, about what the page at `path` is about. Its code is fetched at its first use. */
export function SheetKeeper({ path }: { path: string }) {
  const [shown, show] = useState<Asked>();
  const from = useRef<Element | null>(null);

  useEffect(
    () =>
      onAskToFollowUp((asked) => {
        from.current = document.activeElement;
        const about = subjectAt(path);
        const name = about && (document.querySelector("main h1")?.textContent ?? undefined);
        show(asked.about ? asked : { ...asked, about, name });
      }),
    [path],
  );

  // The dialog goes with what is shown, so it cannot give the focus back itself.
  useEffect(() => {
    if (!shown && from.current instanceof HTMLElement) from.current.focus();
  }, [shown]);

  return shown && <Sheet {...shown} onClose={() => show(undefined)} />;
}
