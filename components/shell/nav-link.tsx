"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { LinkPending } from "../ui/link-pending.tsx";

type Props = { href: string; className?: string; children: ReactNode; title?: string };

/** A link of the rail or the bottom bar; marked where one is at its place or below. */
export function NavLink({ href, className = "nav-link", children, title }: Props) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link href={href} className={className} title={title} aria-current={here ? "page" : undefined}>
      {children}
      <LinkPending />
    </Link>
  );
}
