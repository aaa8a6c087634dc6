import type { ReactNode } from "react";

export type StatusKind = "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected";

/** A status: a dot in the hue of its kind, and always the word. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return <span className={`status-mark status-mark--${kind}`}>{children}</span>;
}

/** The options of a status field: what moves comes first, what is over last. */
export const statusOptions = (
  statuses: readonly string[],
  words: (status: string) => { label: string },
) => statuses.toReversed().map((value) => ({ value, label: words(value).label }));
