"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A form that opens inside `box`, where its first field gets the focus. When it closes, the focus goes back to the
 * button inside `opener`.
 */
export function useOpenForm() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    // A menu that closes at the same time gives the focus back to its button first.
    const timer = setTimeout(() => {
      box.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
    }, 60);
    return () => clearTimeout(timer);
  }, [isOpen]);
  const open = () => setOpen(true);
  const close = () => {
    setOpen(false);
    opener.current?.querySelector("button")?.focus();
  };
  return { isOpen, open, close, opener, box };
}
