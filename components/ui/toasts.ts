import type { NextStep } from "@/lib/forms/flash-cookie.ts";

export type Toast = {
  id: number;
  message: string;
  /** where it leads besides */
  next?: NextStep;
  undo?: () => Promise<unknown>;
  /** what the undo takes back, for a message that settles it otherwise */
  undoes?: string;
};

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a message for some seconds; with `undo`, it has a button that takes the act back. */
export function showToast(
  message: string,
  undo?: Toast["undo"],
  undoes?: string,
  next?: NextStep,
): void {
  last += 1;
  // Three at most: an older one gives way.
  set([...toasts, { id: last, message, undo, undoes, next }].slice(-3));
}

/** Dismisses the toasts whose undo takes back what is settled otherwise by now. */
export function dismissSettled(settled: string): void {
  set(toasts.filter(({ undoes }) => undoes !== settled));
}

export function dismissToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export const currentToasts = () => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
