import type { AnchorHTMLAttributes } from "react";

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  /** `false` leaves the page where it is scrolled to */
  scroll?: boolean;
};

/** A link to a page of ours: a plain one, which `LinkFollower` follows without loading all anew. */
export function Link({ scroll, children, ...rest }: Props) {
  return (
    <a data-link={scroll === false ? "still" : ""} {...rest}>
      {children}
    </a>
  );
}
