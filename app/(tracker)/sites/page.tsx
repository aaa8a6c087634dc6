import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { listAddress } from "@/components/sites/address.ts";
import { listed } from "@/components/sites/listed.ts";
import { NoSites } from "@/components/sites/no-sites.tsx";
import { SiteTable } from "@/components/sites/site-table.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { paging } from "@/components/ui/paging.ts";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { sortDirection } from "@/lib/lists/table-filter.ts";
import { searchSites } from "@/lib/sites/queries.ts";
import { siteFilter } from "@/lib/sites/schema.ts";
import { siteSorting } from "@/lib/sites/values.ts";

export const metadata: Metadata = { title: "Sites" };

const size = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SitesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = siteFilter.parse(await searchParams);
  const { q, sort, dir, page } = filter;
  const { rows, total, words } = await searchSites(actor, filter, size);
  if (rows.length === 0 && page > 1) redirect(listAddress(filter));
  return (
    <>
      <PageHeader
        title="Sites"
        beside={total > 0 && formatNumber(total)}
        actions={
          <>
            {(total > 0 || q) && (
              <SearchBox
                action="/sites"
                label="Search sites"
                q={q}
                keep={{ sort: sort === "site_name" || sort === "best" ? undefined : sort, dir }}
              />
            )}
            <LinkButton href="/sites/new">
              <Icon of={plusIcon} /> Add site
            </LinkButton>
          </>
        }
      />
      {rows.length === 0 ? (
        <NoSites q={q} />
      ) : (
        <SiteTable
          rows={rows.map((row) => listed(row, actor.time_zone, words))}
          filter={filter}
          direction={sortDirection(siteSorting, filter)}
        />
      )}
      <Pager {...paging({ total, page, size }, (to) => listAddress(filter, { page: to }))} />
    </>
  );
}
