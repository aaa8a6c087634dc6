"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { type List, listAddress } from "@/components/ui/list-address.ts";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import { statusWords } from "@/lib/postings/values.ts";

type Props = {
  list: List;
  filter: PostingFilter;
  statuses: string[];
  sites: { id: number; site_name: string }[];
};

/** Narrows the list by status, site and day; each choice is a new address. */
export function Filters({ list, filter, statuses, sites }: Props) {
  const { q, show, sort, dir } = filter;
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = (change: Partial<PostingFilter>) =>
    start(() => router.push(listAddress(list, filter, change), { scroll: false }));

  return (
    <form action={list.path} className="filters" aria-busy={pending}>
      <HiddenFields values={{ q, show, sort: sort === "best" ? undefined : sort, dir }} />
      <select
        name="status"
        aria-label="Status"
        className="input select-native"
        value={filter.status}
        onChange={(event) => go({ status: event.target.value })}
      >
        <option value="">Any status</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {statusWords(status).label}
          </option>
        ))}
      </select>
      <select
        name="site"
        aria-label="Site"
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
      <label className="filters__since">
        <span>Since</span>
        <input
          type="date"
          name="since"
          className="input"
          key={filter.since}
          defaultValue={filter.since}
          onChange={({ target }) =>
            isComplete(target.value) && go({ since: target.value || undefined })
          }
        />
      </label>
      <noscript>
        <Button type="submit">Filter</Button>
      </noscript>
    </form>
  );
}

// While a year is typed, its first digits make dates too.
const isComplete = (day: string) => day === "" || day > "1900";
