"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { placeFirstCaret } from "../forms/caret.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { xIcon } from "./icons.ts";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** a wider one, for lists */
  wide?: boolean;
  /** no header: the title is only read out; Escape closes it wherever the focus is */
  bare?: boolean;
};

/**
 * A modal dialog by the platform's own element: it keeps the focus inside, closes on Escape and gives the focus
 * back. What is marked `data-autofocus` inside gets the focus first, or the first field of a form that is for typing.
 */
export function Dialog({ open, onClose, title, children, wide, bare }: Props) {
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (!open) return dialog.close();
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>("[data-autofocus]");
    (first ?? dialog).focus();
    // Not by the form itself: before it is shown nothing in it takes the focus.
    if (!first) placeFirstCaret(dialog.querySelector<HTMLElement>("[data-typing]"));
  }, [open]);

  // A search field would keep the first Escape for itself, to empty it.
  const leaveAtOnce = (event: KeyboardEvent) => {
    if (!bare || event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };

  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      className={wide ? "dialog dialog--wide" : "dialog"}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      onKeyDownCapture={leaveAtOnce}
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
    >
      {open && (
        <div className="dialog__inside">
          {!bare && (
            <header className="dialog__header">
              <h2>{title}</h2>
              <Button icon size="s" variant="quiet" aria-label="Close" onClick={onClose}>
                <Icon of={xIcon} />
              </Button>
            </header>
          )}
          {children}
        </div>
      )}
    </dialog>
  );
}

type ConfirmProps = Pick<Props, "title" | "children"> & {
  /** the button that opens it */
  label: string;
};

/** Asks before what cannot be undone; the children say the consequences and hold the form that does it. */
export function Confirm({ label, title, children }: ConfirmProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" size="s" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        {children}
      </Dialog>
    </>
  );
}
