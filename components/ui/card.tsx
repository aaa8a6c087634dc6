import { Fragment, type ReactNode } from "react";
import { withGroups } from "./format.ts";
import { Link } from "./link.tsx";

type CardProps = {
  children: ReactNode;
  className?: string;
  /** names the section: the id of its heading */
  labelledBy?: string;
};

/** A raised surface. Put a `CardHeader` first; `CardBody` gives the usual space. */
export function Card({ children, className = "", labelledBy }: CardProps) {
  return (
    <section className={`card ${className}`} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}

type HeaderProps = { title: ReactNode; note?: ReactNode; action?: ReactNode; id?: string };

/** Title, a muted note beside it, and one action at the end (mostly a link). */
export function CardHeader({ title, note, action, id }: HeaderProps) {
  return (
    <header className="card__header">
      <h2 id={id}>{title}</h2>
      {note && <span className="card__note">{withGroups(note)}</span>}
      {action && <div className="card__action">{action}</div>}
    </header>
  );
}

export function CardBody({ children, className = "" }: Pick<CardProps, "children" | "className">) {
  return <div className={`card__body ${className}`}>{children}</div>;
}

type ItemsProps = {
  /** name, value, and the address where the value is edited */
  items: readonly (readonly [name: string, value: ReactNode, edit?: string])[];
};

/** Names and values in two columns; entries without a value are left out. A name leads to where it is edited. */
export function DescriptionList({ items }: ItemsProps) {
  return (
    <dl className="description-list">
      {items.map(([name, value, edit]) =>
        value === null || value === undefined || value === "" ? null : (
          <Fragment key={name}>
            <dt>
              {edit ? (
                <Link href={edit} title={`Edit ${name.toLowerCase()}`}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}

/** The fields of a record, on a card beside its texts. */
export function DetailsCard({ items }: ItemsProps) {
  return (
    <Card labelledBy="details">
      <CardHeader id="details" title="Details" />
      <DescriptionList items={items} />
    </Card>
  );
}
