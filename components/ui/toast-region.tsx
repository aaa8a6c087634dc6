"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import { FlashReader, type Undo } from "./flash-reader.tsx";
import { ToastCard } from "./toast-card.tsx";
import { currentToasts, onToasts, type Toast } from "./toasts.ts";

const none: readonly Toast[] = [];

/** Where messages appear, read out as they come. `undo` takes back what a flash names and answers with a sentence. */
export function ToastRegion({ undo }: { undo?: Undo }) {
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none);
  const place = `${usePathname()}?${useSearchParams()}`;
  return (
    <section className="toasts" aria-label="Messages">
      <FlashReader key={place} undo={undo} />
      <div role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}
