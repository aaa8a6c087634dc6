"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { buttonClass } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { columnsIcon } from "@/components/ui/icons.ts";
import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { setListLook } from "@/lib/saved-views/actions.ts";
import type { ViewKind } from "@/lib/saved-views/values.ts";
import type Panel from "./columns-panel.tsx";

type ListLookFilter = ListFilter & { columns: string; density?: "tight" };

type Props = {
  kind: ViewKind;
  list: List;
  filter: ListLookFilter;
  /** every column that can be chosen, those that are shown first and in their order */
  columns: readonly (readonly [name: string, label: string])[];
  /** how many of them are shown */
  shown: number;
  density?: "tight";
};

// Kept once it is there: a lazy component would suspend at its first opening even then.
let ColumnsPanel: typeof Panel | undefined;
const load = async () => {
  ColumnsPanel = (await import("./columns-panel.tsx")).default;
};
// The next press asks again.
const withoutNetwork = () => {};

/** Opens the choice of a list's columns, their order and the height of its rows. */
export function ColumnsButton({ kind, list, filter, columns, shown, density }: Props) {
  const router = useRouter();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();

  // A view, or an address that names columns, keeps them in the address; else they are the person's usual look.
  const change = (names: string[], dense: boolean) =>
    start(async () => {
      const look = { columns: names.join(","), density: dense ? ("tight" as const) : undefined };
      if (filter.view !== undefined || filter.columns !== "") {
        router.replace(listAddress(list, filter, look), { scroll: false });
        return;
      }
      const answer = await tried(() => setListLook({ kind, ...look, density: look.density ?? "" }));
      if (answer && !answer.done) showToast(answer.message);
    });

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={buttonClass({ size: "s" }, "columns-button")}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-pending={pending || undefined}
        onPointerEnter={() => void load().catch(withoutNetwork)}
        onFocus={() => void load().catch(withoutNetwork)}
        onClick={() => {
          if (ColumnsPanel || open) setOpen(!open);
          else load().then(() => setOpen(true), withoutNetwork);
        }}
      >
        <Icon of={columnsIcon} /> Columns
      </button>
      {open && ColumnsPanel && (
        <ColumnsPanel
          {...{ trigger, columns, shown }}
          dense={density === "tight"}
          onChange={change}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
