"use client";

import { useEffect, useRef, useState } from "react";
import { typedValues } from "@/lib/forms/form-state.ts";
import { clearDraft, keepDraft, readDraft } from "./drafts.ts";

const none: Record<string, string> = {};

/**
 * Keeps what is typed into a form per key and gives it back at the next visit.
 * `revision` changes when the fields must be mounted again: use it as their `key`.
 */
export function useDraft(formKey: string | undefined) {
  const [restored, setRestored] = useState<{ at: number; values: Record<string, string> }>();
  const [revision, setRevision] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const draft = formKey ? readDraft(formKey) : undefined;
    if (!draft) return;
    setRestored(draft);
    setRevision((n) => n + 1);
  }, [formKey]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const note = (form: HTMLFormElement) => {
    if (!formKey) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keepDraft(formKey, typedValues(new FormData(form))), 300);
  };
  const clear = () => {
    clearTimeout(timer.current);
    if (formKey) clearDraft(formKey);
    setRestored(undefined);
  };
  const discard = () => {
    clear();
    setRevision((n) => n + 1);
  };
  return { restored, values: restored?.values ?? none, revision, note, clear, discard };
}
