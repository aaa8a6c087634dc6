"use client";

import { useEffect, useRef } from "react";
import { formatDate } from "../ui/format.ts";

/** Whose page it is and the day, in the head of a printed page alone. The day is that of the print. */
export function PrintLine({ name }: { name?: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = () => {
      const now = new Date();
      const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
      const parts = [name, "Foothold", formatDate(local)].filter(Boolean);
      if (line.current) line.current.textContent = parts.join(" · ");
    };
    window.addEventListener("beforeprint", write);
    return () => window.removeEventListener("beforeprint", write);
  }, [name]);
  return <p ref={line} className="print-line" />;
}
