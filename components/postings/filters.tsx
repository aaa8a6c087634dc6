"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { useStatuses } from "@/components/records/status-words.tsx";
import { Button, buttonClass } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { listFilterIcon } from "@/components/ui/icons.ts";
import { type List, listAddress, searchFields } from "@/components/ui/list-address.ts";
import type { PostingFilter } from "@/lib/postings/schema.ts";

type Props = {
  list: List;
  filter: PostingFilter;
  statuses: string[];
  sites: { id: number; site_name: string }[];
};

const none = { status: "", site: undefined, since: undefined };

/**
 * Narrows the list by status, site and day; each choice is a new address. Where there is no room in the bar they are
 * a native popover behind one button, which says how many are set.
 */
export function Filters({ list, filter, statuses, sites }: Props) {
  const router = useRouter();
  const { posting } = useStatuses();
  const [pending, start] = useTransition();
  const go = (change: Partial<PostingFilter>) =>
    start(() => router.push(listAddress(list, filter, change), { scroll: false }));
  const set = [filter.status, filter.site, filter.since].filter(Boolean).length;
  const { show, sort, dir, rows } = searchFields(list, filter);

  return (
    <>
      <button
        type="button"
        className={buttonClass({ size: "s" }, "filters__open")}
        popoverTarget="filters"
      >
        <Icon of={listFilterIcon} /> Filter
        {set > 0 && <span className="filters__count">{set}</span>}
      </button>
      <form
        id="filters"
        popover="auto"
        action={list.path}
        className="filters"
        aria-label="Filters"
        aria-busy={pending}
      >
        <HiddenFields values={{ q: filter.q, show, sort, dir, rows }} />
        <Filter id="filter-status" label="Status">
          <select
            id="filter-status"
            name="status"
            className="input select-native"
            value={filter.status}
            onChange={(event) => go({ status: event.target.value })}
          >
            <option value="">Any status</option>
            {statuses.map((each) => (
              <option key={each} value={each}>
                {posting.words(each).label}
              </option>
            ))}
          </select>
        </Filter>
        <Filter id="filter-site" label="Site">
          <select
            id="filter-site"
            name="site"
            className="input select-native"
            value={filter.site ?? ""}
            onChange={(event) => go({ site: Number(event.target.value) || undefined })}
          >
            <option value="">Any site</option>
            {sites.map(({ id, site_name }) => (
              <option key={id} value={id}>
                {site_name || `Site ${id}`}
              </option>
            ))}
          </select>
        </Filter>
        <Filter id="filter-since" label="Since">
          <input
            type="date"
            id="filter-since"
            name="since"
            className="input"
            key={filter.since}
            defaultValue={filter.since}
            onChange={({ target }) =>
              isComplete(target.value) && go({ since: target.value || undefined })
            }
          />
        </Filter>
        <div className="filters__end">
          <Button onClick={() => go(none)} disabled={set === 0}>
            Clear
          </Button>
          <Button variant="primary" popoverTarget="filters" popoverTargetAction="hide">
            Done
          </Button>
        </div>
        <noscript>
          <Button type="submit">Filter</Button>
        </noscript>
      </form>
    </>
  );
}

type FilterProps = { id: string; label: string; children: ReactNode };

function Filter({ id, label, children }: FilterProps) {
  return (
    <div className="filters__field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

// While a year is typed, its first digits make dates too.
const isComplete = (day: string) => day === "" || day > "1900";
