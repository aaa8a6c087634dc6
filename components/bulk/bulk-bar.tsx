"use client";

import { useCallback, useEffect, useState } from "react";
import { keepSelection } from "@/components/lists/place.ts";
import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { xIcon } from "@/components/ui/icons.ts";
import { Progress } from "@/components/ui/progress.tsx";
import type { BulkProgress } from "@/lib/bulk/actions.ts";
import type { BulkAction } from "@/lib/bulk/schema.ts";
import { maxBulkRows } from "@/lib/bulk/values.ts";
import { countSelected, listenToBoxes, selectedIds, setAll } from "./boxes.ts";
import { BulkTools } from "./bulk-tools.tsx";
import { runChange } from "./run-change.ts";
import type { SelectionProps } from "./selection-props.ts";

/** The bar of what is selected in the list: how many rows, and what can be done to all of them. */
export default function BulkBar({ kind, filter, total, ...choices }: SelectionProps) {
  const [{ selected, shown }, setCount] = useState({ selected: 0, shown: 0 });
  const [all, setWhole] = useState(false);
  const [progress, setProgress] = useState<BulkProgress>();
  const [busy, setBusy] = useState(false);

  const look = useCallback(() => {
    const found = countSelected();
    keepSelection(selectedIds());
    setCount((before) =>
      before.selected === found.selected && before.shown === found.shown ? before : found,
    );
    if (found.selected < found.shown || found.shown === 0) setWhole(false);
  }, []);
  const clear = useCallback(() => {
    setAll(false);
    look();
  }, [look]);

  useEffect(() => {
    const control = new AbortController();
    listenToBoxes(look, control.signal);
    return () => control.abort();
  }, [look]);
  // Rows come and go with each answer of the server.
  useEffect(look);

  const open = selected > 0;
  useEffect(() => {
    if (!open) return;
    const press = (event: KeyboardEvent) => {
      const inside = document.querySelector("dialog[open], [role=dialog], [role=menu]");
      if (event.key !== "Escape" || event.defaultPrevented || inside) return;
      clear();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [open, clear]);

  const change = async (action: BulkAction) => {
    if (busy) return;
    setBusy(true);
    const rows = all ? { filter: narrowing(filter) } : { ids: selectedIds() };
    const isDone = await runChange({ kind, ...rows, change: action }, setProgress);
    setBusy(false);
    setProgress(undefined);
    if (!isDone) return;
    clear();
    document.querySelector<HTMLElement>("main [data-row][data-current] [data-row-link]")?.focus();
  };

  const count = `${formatNumber(all ? total : selected)} selected`;
  const canTakeAll = selected === shown && total > shown && total <= maxBulkRows;
  return (
    <>
      <p role="status" className="sr-only">
        {open && count}
      </p>
      {open && (
        <section className="bulk-bar" aria-label="Change what is selected" aria-busy={busy}>
          <div className="bulk-bar__head">
            <Button size="s" icon variant="quiet" aria-label="Select nothing" onClick={clear}>
              <Icon of={xIcon} />
            </Button>
            <strong>{count}</strong>
            {canTakeAll && (
              <Button size="s" variant="quiet" onClick={() => setWhole(!all)}>
                {all ? "Only this page" : `Select all ${formatNumber(total)} that fit`}
              </Button>
            )}
          </div>
          {progress ? (
            <Progress
              label="Changing"
              value={progress.at}
              max={progress.total}
              detail={`${formatNumber(progress.at)} of ${formatNumber(progress.total)}`}
            />
          ) : (
            <BulkTools kind={kind} onChange={change} {...choices} />
          )}
        </section>
      )}
    </>
  );
}

/** What of a filter says which rows fit: not how they are sorted and paged. */
const notNarrowing = ["sort", "dir", "page", "rows", "view", "columns", "density"];

const narrowing = (filter: SelectionProps["filter"]) =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === undefined || notNarrowing.includes(name) ? [] : [[name, value]],
    ),
  );
