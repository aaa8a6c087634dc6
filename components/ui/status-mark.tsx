import type { ReactNode } from "react";

export type StatusKind = "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected";

/** A status: a dot in the hue of its kind, and always the word. */
export function StatusMark({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return <span className={`status-mark status-mark--${kind}`}>{children}</span>;
}

const isOver = (kind: StatusKind) => kind === "closed" || kind === "rejected";

/** The options of a status field in the order of the pipeline: what is open, and apart from it what is over. */
export function statusOptions(
  statuses: readonly string[],
  words: (status: string) => { kind: StatusKind; label: string },
) {
  const options = statuses.map((value) => {
    const { kind, label } = words(value);
    return { value, kind, label, group: isOver(kind) ? "Closed" : "Open" };
  });
  return [
    ...options.filter(({ kind }) => !isOver(kind)),
    ...options.filter(({ kind }) => isOver(kind)),
  ];
}
