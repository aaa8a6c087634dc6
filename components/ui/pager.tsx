import { buttonClass, LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { chevronLeftIcon, chevronRightIcon } from "./icons.ts";

type Props = {
  /** first and last shown, counted from 1 */
  from: number;
  to: number;
  total: number;
  /** addresses; left out where there is no such page */
  previous?: string;
  next?: string;
};

/** Where one is in a long list, and the way to its neighbours. */
export function Pager({ from, to, total, previous, next }: Props) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label="Pages">
      <p>
        {from}–{to} of {total}
      </p>
      <Step href={previous} rel="prev">
        <Icon of={chevronLeftIcon} /> Previous
      </Step>
      <Step href={next} rel="next">
        Next <Icon of={chevronRightIcon} />
      </Step>
    </nav>
  );
}

function Step({ href, rel, children }: { href?: string; rel: string; children: React.ReactNode }) {
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
