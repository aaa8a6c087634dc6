import { Fragment, type ReactNode } from "react";

/** Names and values in two columns; entries without a value are left out. */
export function DescriptionList({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="description-list">
      {items.map(([name, value]) =>
        value === null || value === undefined || value === "" ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
