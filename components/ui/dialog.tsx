"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** a wider one, for lists */
  wide?: boolean;
};

/** A modal dialog by the platform's own element: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ open, onClose, title, children, wide }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      className={wide ? "dialog dialog--wide" : "dialog"}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
    >
      {open && (
        <div className="dialog__inside">
          <header className="dialog__header">
            <h2 id={titleId}>{title}</h2>
            <Button icon size="s" variant="quiet" aria-label="Close" onClick={onClose}>
              <X aria-hidden />
            </Button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
