import type { ReactNode } from "react";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { foldIcon, unfoldIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { type ColumnFacts, columnId } from "./board-props.ts";

type Props = {
  column: ColumnFacts;
  /** its place among the columns */
  at: number;
  /** whether something is held over it */
  over?: boolean;
  /** its cards */
  children: ReactNode;
};

/** A column with its name, its count and what needs a look; folded it is a strip, which takes what is dropped too. */
export function ColumnFrame({ column, at, over, children }: Props) {
  const { label, hue, count, folded, look, toggle, slot } = column;
  const heading = `${columnId(at)}-name`;
  return (
    <section
      id={columnId(at)}
      className="board-column"
      aria-labelledby={heading}
      data-column={column.key}
      data-folded={folded || undefined}
      data-over={over || undefined}
    >
      <header className="board-column__head">
        <h2 id={heading}>
          <StatusMark kind={hue}>{label}</StatusMark>{" "}
          <span className="board-column__count">{formatNumber(count)}</span>
        </h2>
        <Link
          href={toggle}
          scroll={false}
          className="button button--ghost button--sm button--icon-only board-column__fold"
          aria-label={folded ? `Show ${label}` : `Fold ${label}`}
          aria-expanded={!folded}
        >
          <Icon of={folded ? unfoldIcon : foldIcon} />
        </Link>
      </header>
      {!folded && <p className="board-column__look">{look}</p>}
      <div className="board-column__body">
        {over && !folded && (
          <div className="board-slot" aria-hidden>
            {slot}
          </div>
        )}
        {children}
      </div>
    </section>
  );
}
