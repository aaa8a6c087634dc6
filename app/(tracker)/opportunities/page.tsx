import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { listAddress } from "@/components/opportunities/address.ts";
import { listed } from "@/components/opportunities/listed.ts";
import { NoOpportunities } from "@/components/opportunities/no-opportunities.tsx";
import { OpportunitiesTable } from "@/components/opportunities/opportunities-table.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Chip, Chips } from "@/components/ui/chips.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { paging } from "@/components/ui/paging.ts";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { sortDirection } from "@/lib/lists/table-filter.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
} from "@/lib/opportunities/queries.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";
import { opportunitySorting } from "@/lib/opportunities/values.ts";

export const metadata: Metadata = { title: "Opportunities" };

const size = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OpportunitiesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = opportunityFilter.parse(await searchParams);
  const { q, show, sort, dir, page } = filter;
  const [{ rows, total, words }, all, open] = await Promise.all([
    searchOpportunities(actor, filter, size),
    countOpportunities(actor),
    countActiveOpportunities(actor),
  ]);
  if (rows.length === 0 && page > 1) redirect(listAddress(filter));
  return (
    <>
      <PageHeader
        title="Opportunities"
        beside={all > 0 && <Shown all={all} total={total} />}
        actions={
          <>
            {all > 0 && (
              <SearchBox
                action="/opportunities"
                label="Search opportunities"
                q={q}
                keep={{
                  show: show === "all" ? undefined : show,
                  sort: sort === "best" || sort === "email_received_at" ? undefined : sort,
                  dir,
                }}
              />
            )}
            <LinkButton href="/opportunities/new">
              <Icon of={plusIcon} /> Add opportunity
            </LinkButton>
          </>
        }
      />
      {all > 0 && (
        <Chips label="Show">
          <Chip
            href={listAddress(filter, { show: "all" })}
            active={show === "all"}
            count={formatNumber(all)}
          >
            All
          </Chip>
          <Chip
            href={listAddress(filter, { show: "active" })}
            active={show === "active"}
            count={formatNumber(open)}
          >
            Open
          </Chip>
        </Chips>
      )}
      {rows.length === 0 ? (
        <NoOpportunities filter={filter} />
      ) : (
        <OpportunitiesTable
          rows={rows.map((row) => listed(row, actor.time_zone, words))}
          filter={filter}
          direction={sortDirection(opportunitySorting, filter)}
        />
      )}
      <Pager {...paging({ total, page, size }, (to) => listAddress(filter, { page: to }))} />
    </>
  );
}

function Shown({ all, total }: { all: number; total: number }) {
  return (
    <span role="status">
      {formatNumber(all)}
      {total < all && `, ${formatNumber(total)} shown`}
    </span>
  );
}
