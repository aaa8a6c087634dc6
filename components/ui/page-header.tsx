import type { ReactNode } from "react";
import { Link } from "./link.tsx";

export type Crumb = {
  label: string;
  href?: string;
  /** whether it leads back to a list as it was left */
  isWayBack?: boolean;
};

type Props = {
  title: ReactNode;
  /** beside the title: a count, a status mark */
  beside?: ReactNode;
  /** a sentence or two under the title */
  note?: ReactNode;
  breadcrumbs?: Crumb[];
  /** at the end of the breadcrumbs: the steps to the neighbours in the list */
  steps?: ReactNode;
  /** buttons at the end of the title's line */
  actions?: ReactNode;
};

/** What every page begins with: its one `h1`. */
export function PageHeader({ title, beside, note, breadcrumbs, steps, actions }: Props) {
  return (
    <header className="page-header">
      {breadcrumbs && (
        <div className="page-header__way">
          <Breadcrumbs items={breadcrumbs} />
          {steps}
        </div>
      )}
      <div className="page-header__line">
        <h1>{title}</h1>
        {beside && <div className="page-header__beside">{beside}</div>}
        {actions && <div className="page-header__actions">{actions}</div>}
      </div>
      {note && <div className="lead">{note}</div>}
    </header>
  );
}

function Breadcrumbs({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="breadcrumbs">
        {items.map(({ label, href, isWayBack }) => (
          <li key={label}>
            {href ? (
              <Link href={href} scroll={!isWayBack} data-way-back={isWayBack || undefined}>
                {label}
              </Link>
            ) : (
              label
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

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
