import "@/components/sites/sites.css";
import { Globe, Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SiteTable } from "@/components/sites/site-table.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { paging } from "@/components/ui/paging.ts";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { address } from "@/lib/address.ts";
import { requireActor } from "@/lib/auth/current.ts";
import { searchSites, siteSortDirection } from "@/lib/sites/queries.ts";
import { siteFilter } from "@/lib/sites/schema.ts";

export const metadata: Metadata = { title: "Sites" };

const size = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SitesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = siteFilter.parse(await searchParams);
  const { q, sort, dir, page } = filter;
  const { rows, total } = await searchSites(actor, filter, size);
  if (rows.length === 0 && page > 1) redirect(address("/sites", { q, sort, dir }));
  return (
    <>
      <PageHeader
        title="Sites"
        beside={total > 0 && total}
        actions={
          <LinkButton href="/sites/new">
            <Plus aria-hidden /> Add site
          </LinkButton>
        }
      />
      {total === 0 && !q ? (
        <NoSites />
      ) : (
        <>
          <div className="chips">
            <SearchBox action="/sites" label="Search sites" q={q} keep={{ sort, dir }} />
          </div>
          {rows.length === 0 ? (
            <Empty
              title={`No site fits “${q}”`}
              actions={<LinkButton href="/sites">Show all</LinkButton>}
            />
          ) : (
            <SiteTable
              rows={rows}
              zone={actor.time_zone}
              sorting={{
                by: sort,
                descending: siteSortDirection(filter) === "desc",
                href: (by, descending) =>
                  address("/sites", { q, sort: by, dir: descending ? "desc" : "asc" }),
              }}
            />
          )}
          <Pager
            {...paging({ total, page, size }, (to) =>
              address("/sites", { q, sort, dir, page: to }),
            )}
          />
        </>
      )}
    </>
  );
}

function NoSites() {
  return (
    <Empty
      icon={Globe}
      title="Where do you look for work?"
      actions={
        <>
          <LinkButton href="/sites/new" variant="primary">
            Add a site
          </LinkButton>
          <LinkButton href="/import">Bring in a spreadsheet</LinkButton>
        </>
      }
    >
      A site is a job board or a company’s careers page. Keep the ones you check here, with your
      notes and when you last looked; each posting belongs to one.
    </Empty>
  );
}
