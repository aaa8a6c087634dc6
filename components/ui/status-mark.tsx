import type { ReactNode } from "react";

export type StatusKind = "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected";

/** A status: a dot in the hue of its kind, and always the word. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return <span className={`status-mark status-mark--${kind}`}>{children}</span>;
}

const isOver = (kind: StatusKind) => kind === "closed" || kind === "rejected";

type Words = (status: string) => { kind: StatusKind; label: string; hue?: StatusKind };

/** The options of a status field in the order of the pipeline: what is open, and apart from it what is over. */
export function statusOptions(
  statuses: readonly string[],
  words: Words,
  /** the value that it has: among the options too, or the field could not open on it */
  current?: string,
) {
  const isLeftOut = current !== undefined && !statuses.includes(current);
  const options = [...statuses, ...(isLeftOut ? [current] : [])].map((value) => {
    const { kind, label, hue = kind } = words(value);
    return { value, kind, hue, label, group: isOver(kind) ? "Closed" : "Open" };
  });
  return [
    ...options.filter(({ kind }) => !isOver(kind)),
    ...options.filter(({ kind }) => isOver(kind)),
  ];
}
