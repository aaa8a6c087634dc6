import type { ReactNode } from "react";
import type { StatusKind } from "./status-mark.tsx";

/** What happened, newest first or last: the marks hang on one line. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="timeline">{children}</ol>;
}

type ItemProps = { title: ReactNode; note?: ReactNode; kind?: StatusKind; children?: ReactNode };

/** One moment; `kind` fills its mark, for those that changed something. */
export function TimelineItem({ title, note, kind, children }: ItemProps) {
  return (
    <li className={`timeline__item ${kind ? `timeline__item--${kind}` : ""}`}>
      <p className="timeline__title">{title}</p>
      {note && <p className="timeline__note">{note}</p>}
      {children}
    </li>
  );
}
