import type { ReactNode } from "react";
import { Link } from "./link.tsx";

type ChipsProps = { label: string; children: ReactNode; end?: ReactNode };

/** A row of filter chips. What should stand at the end of the row goes into `end`. */
export function Chips({ label, children, end }: ChipsProps) {
  return (
    <nav className="chips" aria-label={label}>
      {children}
      {end && <div className="chips__end">{end}</div>}
    </nav>
  );
}

type ChipProps = { href: string; active?: boolean; children: ReactNode; count?: ReactNode };

/** A filter as a link, so that it has an address and works with the back button. */
export function Chip({ href, active, children, count }: ChipProps) {
  return (
    <Link className="chip" href={href} aria-current={active ? "true" : undefined} scroll={false}>
      {children}
      {count !== undefined && <span className="chip__count">{count}</span>}
    </Link>
  );
}
