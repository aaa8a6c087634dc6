"use client";

import type { ReactNode } from "react";
import { noteVisit } from "@/lib/sites/actions.ts";
import { Icon } from "../ui/icon.tsx";
import { externalLinkIcon } from "../ui/icons.ts";

type Props = {
  id: number;
  href: string;
  /** names the link where `children` is only an icon */
  label?: string;
  className?: string;
  children?: ReactNode;
};

/** The way out to a site, in a new tab; going there counts as a visit. */
export function VisitLink({ id, href, label, className, children }: Props) {
  const visited = () => {
    // The note is a kindness: where it fails, the way out still works.
    noteVisit(id).catch(() => {});
  };
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={className}
      aria-label={label}
      title={href}
      onClick={visited}
      onAuxClick={(event) => event.button === 1 && visited()}
    >
      {children} <Icon of={externalLinkIcon} />
      {!label && <span className="sr-only"> (opens in a new tab)</span>}
    </a>
  );
}
