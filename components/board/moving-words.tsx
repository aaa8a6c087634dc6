"use client";

import { useEffect, useState } from "react";

type Props = { what: string; to: string | undefined };

/** Says what is being moved and where to, and by which keys. Left and right choose the column, as Tab does for React Aria. */
export function MovingWords({ what, to }: Props) {
  const [byKeys] = useState(() => document.activeElement?.matches(":focus-visible") ?? false);

  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const tab = {
        key: "Tab",
        shiftKey: event.key === "ArrowLeft",
        bubbles: true,
        cancelable: true,
      };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", tab));
    };
    // Before React Aria, which listens to the document and keeps every key to itself.
    window.addEventListener("keydown", turn, true);
    return () => window.removeEventListener("keydown", turn, true);
  }, []);

  return (
    <p className="board-said" role="status">
      <span>{to ? `Moving ${what} to ${to}` : `Moving ${what}`}</span>
      {byKeys && (
        <>
          <span>
            <kbd>←</kbd>
            <kbd>→</kbd> column
          </span>
          <span>
            <kbd>↵</kbd> drop
          </span>
        </>
      )}
      <span>
        <kbd>Esc</kbd> put back
      </span>
    </p>
  );
}
