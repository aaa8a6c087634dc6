"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { buttonClass } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { BulkAction } from "@/lib/bulk/schema.ts";

// Fetched when something is to be tagged.
const TagPicker = dynamic(() => import("./tag-picker.tsx"), { ssr: false });

type Props = {
  /** what the button shows */
  children: ReactNode;
  onChange: (action: BulkAction) => void | Promise<void>;
};

const modes = [
  ["tag", "Put a tag on"],
  ["untag", "Take a tag off"],
] as const;

/** Puts a tag on all that is selected, or takes one off. */
export function TagTool({ children, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [mode, setMode] = useState<"tag" | "untag">("tag");
  const close = () => setOpen(false);
  const choose = ({ id, name }: { id?: number; name: string }) => {
    close();
    void onChange({ action: mode, ...(id === undefined ? { name } : { tag_id: id }) });
  };
  return (
    <>
      <button
        type="button"
        className={buttonClass({ variant: "quiet", size: "s" })}
        aria-haspopup="dialog"
        onClick={() => {
          setMode("tag");
          setOpen(true);
        }}
      >
        {children}
      </button>
      <Dialog open={open} onClose={close} title="Tag what is selected">
        <div className="tag-tool">
          <fieldset className="tag-tool__modes">
            <legend className="sr-only">What to do</legend>
            {modes.map(([value, label]) => (
              <label key={value}>
                <input
                  type="radio"
                  name="tag-mode"
                  value={value}
                  checked={mode === value}
                  onChange={() => setMode(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <TagPicker canAdd={mode === "tag"} onChoose={choose} onClose={close} />
        </div>
      </Dialog>
    </>
  );
}
