"use client";

import { useEffect, useState } from "react";
import { withBase } from "@/lib/base-path.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** What words for a day mean, or why they mean none. */
export type Understood = { due_on: string; due_time: string; words: string } | { fault: string };

const typingPauseMs = 120;

/** Asks the server what the words mean, a moment after the last key. */
export function useWhen(words: string): Understood | undefined {
  const [answer, setAnswer] = useState<{ of: string; is: Understood }>();
  const asked = words.trim();
  useEffect(() => {
    if (asked === "") return;
    const control = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(withBase(pathWithQuery("/when", { q: asked })), {
          signal: control.signal,
        });
        if (response.ok) setAnswer({ of: asked, is: await response.json() });
      } catch {
        // The server reads the words again when they are saved.
      }
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [asked]);
  return answer?.of === asked ? answer.is : undefined;
}
