import type { ReactNode } from "react";
import { Link } from "./link.tsx";

type Tab = { href: string; label: ReactNode; current?: boolean };

/** Views of one thing as links in a segmented control (table or board; parts of the settings). */
export function LinkTabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="link-tabs">
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
