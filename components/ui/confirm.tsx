"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Props = {
  /** the button that opens it */
  label: ReactNode;
  title: string;
  /** the consequences, and the form that does it */
  children: ReactNode;
  size?: "m" | "s";
};

/** Asks before what cannot be undone (emptying the trash, deleting an account), and only before that. */
export function Confirm({ label, title, children, size }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="danger" size={size} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        {children}
      </Dialog>
    </>
  );
}
