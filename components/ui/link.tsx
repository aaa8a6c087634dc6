import type { AnchorHTMLAttributes } from "react";
import { withBase } from "@/lib/base-path.ts";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  /** `false` leaves the page where it is scrolled to */
  scroll?: boolean;
};

/** An internal link: a plain one, which `LinkFollower` follows by client-side navigation. */
export function Link({ scroll, children, href, ...rest }: Props) {
  return (
    <a data-link={scroll === false ? "still" : ""} {...rest} href={withBase(href)}>
      {children}
    </a>
  );
}
