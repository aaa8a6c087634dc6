import type { ReactNode } from "react";
import { buttonClass, LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { chevronLeftIcon, chevronRightIcon } from "./icons.ts";

type Props = {
  total: number;
  /** counted from 1 */
  page: number;
  /** rows a page */
  size: number;
  /** the address of a page */
  href: (page: number) => string;
};

/** Which rows of a long list are shown, and links to the pages before and after; nothing where all fit on one. */
export function Pager({ total, page, size, href }: Props) {
  const last = Math.max(1, Math.ceil(total / size));
  if (page <= 1 && page >= last) return null;
  return (
    <nav className="pager" aria-label="Pages">
      <p>
        {Math.min(total, (page - 1) * size + 1)}–{Math.min(total, page * size)} of {total}
      </p>
      <Step href={page > 1 ? href(Math.min(page - 1, last)) : undefined} rel="prev">
        <Icon of={chevronLeftIcon} /> Previous
      </Step>
      <Step href={page < last ? href(page + 1) : undefined} rel="next">
        Next <Icon of={chevronRightIcon} />
      </Step>
    </nav>
  );
}

function Step({ href, rel, children }: { href?: string; rel: string; children: ReactNode }) {
  if (href) {
    return (
      <LinkButton href={href} rel={rel} size="s">
        {children}
      </LinkButton>
    );
  }
  return (
    <span className={buttonClass({ size: "s" })} aria-disabled="true">
      {children}
    </span>
  );
}
