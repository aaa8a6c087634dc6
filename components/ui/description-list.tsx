import { Fragment, type ReactNode } from "react";
import { Card, CardHeader } from "./card.tsx";

type Props = { items: readonly (readonly [string, ReactNode])[] };

/** Names and values in two columns; entries without a value are left out. */
export function DescriptionList({ items }: Props) {
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

/** The fields of a record, on a card beside its texts. */
export function DetailsCard({ items }: Props) {
  return (
    <Card labelledBy="details">
      <CardHeader id="details" title="Details" />
      <DescriptionList items={items} />
    </Card>
  );
}
