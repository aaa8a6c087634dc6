"use client";

import { useEffect, useRef, useState } from "react";
import { placeCaret } from "@/components/forms/caret.ts";

/**
 * A form that opens inside `box`, where its first field gets the caret. When it closes, the focus goes back to the
 * button inside `opener`.
 */
export function useOpenForm() {
  const [isOpen, setOpen] = useState<boolean>();
  const opener = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen === false) opener.current?.querySelector("button")?.focus();
    if (!isOpen) return;
    // A menu that closes at the same time gives the focus back to its button first.
    const timer = setTimeout(() => box.current && placeCaret(box.current), 60);
    return () => clearTimeout(timer);
  }, [isOpen]);
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false), opener, box };
}
