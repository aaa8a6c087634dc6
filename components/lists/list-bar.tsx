import type { ReactNode } from "react";
import type { List, ListFilter } from "@/components/ui/list-address.ts";
import { FilterChips } from "./filter-chips.tsx";
import type { FilterField } from "./filter-field.ts";
import { Filters } from "./filters.tsx";

type Props = {
  list: List;
  filter: ListFilter;
  fields: readonly FilterField[];
  /** how the list looks and is sorted */
  children: ReactNode;
};

/** Over a list: what it is narrowed to, and how it looks. */
export function ListBar({ list, filter, fields, children }: Props) {
  return (
    <div className="list-bar">
      <FilterChips {...{ list, filter, fields }} />
      <Filters {...{ list, filter, fields }} />
      <div className="list-bar__end">{children}</div>
    </div>
  );
}
