import type { ReactNode } from "react";
import { Link } from "../ui/link.tsx";

type Props = {
  href: string;
  /** where the person is */
  path: string;
  className?: string;
  children: ReactNode;
  title?: string;
};

/** A link of the rail or the bottom bar; marked where one is at its place or below. */
export function NavLink({ href, path, className = "nav-link", children, title }: Props) {
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link href={href} className={className} title={title} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}
