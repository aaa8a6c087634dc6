import type { ReactNode } from "react";

export type StatusKind = "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected";

/** A status: a dot in the hue of its kind, and always the word. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return <span className={`status-mark status-mark--${kind}`}>{children}</span>;
}
