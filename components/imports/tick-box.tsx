"use client";

import { type ChangeEvent, useOptimistic } from "react";
import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { type SendForm, useSend } from "./use-send.ts";

export type Ticked = "all" | "some" | "none";

type Props = {
  ticked: Ticked;
  /** what is ticked, for screen readers */
  label: string;
  /** which rows it is about, as the action reads them */
  rows: Record<string, string>;
  action: SendForm;
};

/** A check box that saves at once, for one row or several. */
export function TickBox({ ticked, label, rows, action }: Props) {
  const [shown, show] = useOptimistic(ticked);
  const [, send] = useSend(action);
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (!target.form) return;
    send(new FormData(target.form), { before: () => show(target.checked ? "all" : "none") });
  };
  return (
    <form action={action} className="tick-form">
      <HiddenFields values={rows} />
      <label className="tick">
        <input
          type="checkbox"
          name="taken"
          className="check"
          aria-label={label}
          checked={shown === "all"}
          onChange={change}
          ref={(input) => {
            if (input) input.indeterminate = shown === "some";
          }}
        />
      </label>
      <noscript>
        <Button type="submit" size="s">
          Save
        </Button>
      </noscript>
    </form>
  );
}
