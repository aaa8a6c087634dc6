import { Chip, Chips } from "@/components/ui/chips.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { type List, type ListFilter, listAddress } from "@/components/ui/list-address.ts";
import { stateOfParams } from "@/lib/saved-views/lists.ts";
import type { OpenList } from "@/lib/saved-views/queries.ts";
import { isSameState, stateAddress } from "@/lib/saved-views/state.ts";
import type { ViewKind } from "@/lib/saved-views/values.ts";
import { ViewTools } from "./view-tools.tsx";

/** The views of a list, with how many rows each shows by its id. */
export type OpenViews = OpenList & { counts: Record<number, number> };

type Props = {
  kind: ViewKind;
  list: List;
  filter: ListFilter;
  /** the views that every person has */
  tabs: readonly { show: string; label: string; count: number }[];
  open: OpenViews;
};

/** The views of a list, ours and the person's own, each with how many rows it shows; and saving what is shown. */
export function ViewTabs({
  kind,
  list,
  filter,
  tabs,
  open: { view, views, counts, params },
}: Props) {
  // A view of ours leaves a saved one, and with it what that says.
  const base = view ? { q: "", sort: list.defaultSort, page: 1, rows: filter.rows } : filter;
  const state = stateOfParams(kind, params);
  const at = view ? views.indexOf(view) : -1;
  const shown = view && {
    id: view.id,
    name: view.name,
    is_default: view.is_default,
    isFirst: at === 0,
    isLast: at === views.length - 1,
    isChanged: !isSameState(view, state),
  };
  return (
    <div className="view-tabs">
      <Chips label="Show" tabs>
        {tabs.map(({ show, label, count }) => (
          <Chip
            key={show}
            href={listAddress<ListFilter>(list, base, { show })}
            active={!view && filter.show === show}
            count={formatNumber(count)}
          >
            {label}
          </Chip>
        ))}
      </Chips>
      <nav
        className="chips own-views"
        aria-label="Your views"
        data-bare={(views.length === 0 && !stateAddress("", state)) || undefined}
      >
        {views.map(({ id, name }) => (
          <Chip
            key={id}
            href={`${list.path}?view=${id}`}
            active={view?.id === id}
            count={formatNumber(counts[id] ?? 0)}
          >
            <span className="chip__text">{name}</span>
          </Chip>
        ))}
        <ViewTools
          kind={kind}
          path={list.path}
          view={shown}
          address={stateAddress(list.path, state)}
        />
      </nav>
    </div>
  );
}
