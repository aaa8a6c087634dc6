"use client";

import { useEffect, useRef, useState } from "react";
import { basePath } from "@/lib/base-path.ts";
import { typedValues } from "@/lib/forms/form-state.ts";

// With the base path, since another Foothold on the host shares the storage.
const prefix = `${basePath}draft:`;
const owner = `${basePath}drafts-of`;
const keptForMs = 14 * 86_400_000;

type Draft = { at: number; values: Record<string, string> };

/**
 * Keeps what is typed into a form per key and gives it back at the next visit.
 * `revision` changes when the fields must be mounted again: use it as their `key`.
 */
export function useDraft(formKey: string | undefined) {
  const [restored, setRestored] = useState<Draft>();
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
  return { restored, revision, note, clear, discard };
}

/** Runs what needs the browser's storage; one that is full or closed is no reason to disturb. */
function tryStorage<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** What was typed into a form and never saved, if it is not older than two weeks. */
const readDraft = (formKey: string) =>
  tryStorage(() => {
    const draft: Draft | null = JSON.parse(localStorage.getItem(prefix + formKey) ?? "null");
    if (draft && Date.now() - draft.at < keptForMs) return draft;
    clearDraft(formKey);
    return undefined;
  });

const keepDraft = (formKey: string, values: Draft["values"]) =>
  tryStorage(() => {
    // Nobody's since a sign-out in another tab: the form there keeps what is typed, and the browser nothing.
    if (localStorage.getItem(owner) === null) return;
    localStorage.setItem(prefix + formKey, JSON.stringify({ at: Date.now(), values }));
  });

const clearDraft = (formKey: string) => tryStorage(() => localStorage.removeItem(prefix + formKey));

/** Says whose drafts these are from now on; another person's are forgotten. */
export function ownDrafts(userId: number): void {
  tryStorage(() => {
    if (localStorage.getItem(owner) === String(userId)) return;
    clearDrafts();
    localStorage.setItem(owner, String(userId));
  });
}

/** Forgets every draft and whose they were. */
export function clearDrafts(): void {
  tryStorage(() => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of [...keys, owner]) localStorage.removeItem(key);
  });
}
