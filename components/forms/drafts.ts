"use client";

const prefix = "draft:";
const owner = "drafts-of";
const keptFor = 14 * 86_400_000;

type Draft = { at: number; values: Record<string, string> };

/** What was typed into a form and never saved, if it is not older than two weeks. */
export function readDraft(formKey: string): Draft | undefined {
  try {
    const draft: Draft = JSON.parse(localStorage.getItem(prefix + formKey) ?? "null");
    if (!draft) return undefined;
    if (Date.now() - draft.at < keptFor) return draft;
    clearDraft(formKey);
  } catch {
    // A storage that is closed to us keeps no drafts.
  }
  return undefined;
}

/** Keeps what is typed; a storage that is full or closed is no reason to disturb. */
export function keepDraft(formKey: string, values: Record<string, string>): void {
  try {
    localStorage.setItem(prefix + formKey, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // See above.
  }
}

export function clearDraft(formKey: string): void {
  try {
    localStorage.removeItem(prefix + formKey);
  } catch {
    // See above.
  }
}

/** Says whose drafts these are from now on; another person's are forgotten. */
export function ownDrafts(userId: number): void {
  try {
    if (localStorage.getItem(owner) === String(userId)) return;
    clearDrafts();
    localStorage.setItem(owner, String(userId));
  } catch {
    // See above.
  }
}

/** Forgets every draft. */
export function clearDrafts(): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    for (const key of keys) localStorage.removeItem(key);
  } catch {
    // See above.
  }
}
