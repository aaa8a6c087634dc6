import type { ReactNode } from "react";
import type { List, ListFilter } from "@/components/ui/list-address.ts";
import { type Sorting, sortDirection } from "@/lib/lists/table-filter.ts";
import type { ViewKind } from "@/lib/saved-views/values.ts";
import type { TagFilter } from "@/lib/tags/schema.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { TagFilterBar } from "../tags/tag-filter.tsx";
import { ColumnsButton } from "./columns-button.tsx";
import { FilterChips } from "./filter-chips.tsx";
import type { FilterField } from "./filter-field.ts";
import { Filters } from "./filters.tsx";
import { SortMenu, type SortWords } from "./sort-menu.tsx";
import type { OpenViews } from "./view-tabs.tsx";
import { ViewTabs } from "./view-tabs.tsx";

type Props<Sort extends string> = {
  kind: ViewKind;
  list: List;
  sorting: Sorting<Sort>;
  sortWords: SortWords;
  filter: ListFilter & { sort: Sort | "best"; columns: string; density?: "tight" } & TagFilter;
  fields: readonly FilterField[];
  tabs: readonly { show: string; label: string; count: number }[];
  open: OpenViews;
  tags: readonly Tag[];
  columns: {
    labels: readonly (readonly [name: string, label: string])[];
    shown: readonly string[];
    density?: "tight";
  };
  /** what another layout chooses in place of sort and columns */
  choices?: ReactNode;
};

/** Over a list: its views, what it is narrowed to, how it is sorted and which columns it has. */
export function ListHead<Sort extends string>(props: Props<Sort>) {
  const { kind, list, sorting, sortWords, filter, fields, tabs, open, tags, columns, choices } =
    props;
  const isShown = ([name]: readonly [string, string]) => columns.shown.includes(name);
  const inOrder = columns.shown.flatMap((name) => columns.labels.filter(([each]) => each === name));
  return (
    <>
      <ViewTabs
        {...{ kind, list, tabs, open }}
        filter={{ ...filter, ...cleared(fields, filter) }}
      />
      <div className="list-bar">
        <FilterChips {...{ list, filter, fields }} />
        <Filters {...{ list, filter, fields }} />
        <TagFilterBar {...{ list, filter, tags }} />
        <div className="list-bar__end">
          {choices ?? (
            <>
              <SortMenu
                {...{ list, filter }}
                words={sortWords}
                direction={sortDirection(sorting, filter)}
                descending={sorting.descending}
              />
              <ColumnsButton
                {...{ kind, list, filter }}
                columns={[...inOrder, ...columns.labels.filter((each) => !isShown(each))]}
                shown={inOrder.length}
                density={columns.density}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

// A view of ours is of statuses, so that another one leaves a chosen status.
const cleared = (fields: readonly FilterField[], filter: object) =>
  "status" in filter && fields.some(({ name }) => name === "status") ? { status: "" } : {};
