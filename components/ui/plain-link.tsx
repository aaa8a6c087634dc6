import type { AnchorHTMLAttributes } from "react";
import { withBase } from "@/lib/base-path.ts";

/** A link of ours that the router does not follow: to a file, to a page in a tab of its own or loaded anew. */
export function PlainLink({
  href,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a {...rest} href={withBase(href)}>
      {children}
    </a>
  );
}
