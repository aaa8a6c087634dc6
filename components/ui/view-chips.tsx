import { Chip, Chips } from "./chips.tsx";
import { formatNumber } from "./format.ts";
import { type List, type ListFilter, listAddress } from "./list-address.ts";

type Props = {
  list: List;
  filter: ListFilter;
  views: readonly { show: string; label: string; count: number }[];
};

/** The views of a list, each with how many rows it shows. */
export function ViewChips({ list, filter, views }: Props) {
  return (
    <Chips label="Show" tabs>
      {views.map(({ show, label, count }) => (
        <Chip
          key={show}
          href={listAddress(list, filter, { show })}
          active={filter.show === show}
          count={formatNumber(count)}
        >
          {label}
        </Chip>
      ))}
    </Chips>
  );
}
