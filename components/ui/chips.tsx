import type { ReactNode } from "react";
import { withGroups } from "./format.ts";
import { Link } from "./link.tsx";

type ChipsProps = {
  label: string;
  children: ReactNode;
  /** what stands at the end of the row */
  end?: ReactNode;
  /** on a phone they share one line, each with its count below */
  tabs?: boolean;
};

/** A row of filter chips. */
export function Chips({ label, children, end, tabs }: ChipsProps) {
  return (
    <nav className={tabs ? "chips chips--tabs" : "chips"} aria-label={label}>
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
      {count !== undefined && <span className="chip__count">{withGroups(count)}</span>}
    </Link>
  );
}
