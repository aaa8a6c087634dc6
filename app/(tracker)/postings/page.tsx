import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { listAddress } from "@/components/postings/address.ts";
import { ListHeader } from "@/components/postings/list-header.tsx";
import { listed } from "@/components/postings/listed.ts";
import { NoPostings, NothingFound } from "@/components/postings/no-postings.tsx";
import { PostingsTable } from "@/components/postings/postings-table.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { paging } from "@/components/ui/paging.ts";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { sortDirection } from "@/lib/lists/table-filter.ts";
import { countPostings, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { postingSorting } from "@/lib/postings/values.ts";
import { siteNames } from "@/lib/sites/queries.ts";

export const metadata: Metadata = { title: "Postings" };

const size = 50;

export default async function PostingsPage({ searchParams }: PageProps<"/postings">) {
  const actor = await requireActor();
  const filter = postingFilter.parse(await searchParams);
  const [found, all, statuses, sites] = await Promise.all([
    searchPostings(actor, filter, size),
    countPostings(actor),
    usedStatuses(actor),
    siteNames(actor),
  ]);
  if (all === 0) {
    return (
      <>
        <PageHeader title="Postings" />
        <NoPostings />
      </>
    );
  }
  if (found.rows.length === 0 && found.total > 0) {
    redirect(listAddress(filter, { page: Math.ceil(found.total / size) }));
  }
  const pages = paging({ total: found.total, page: filter.page, size }, (page) =>
    listAddress(filter, { page }),
  );
  return (
    <>
      <ListHeader filter={filter} all={all} found={found} statuses={statuses} sites={sites} />
      {found.rows.length > 0 ? (
        <PostingsTable
          rows={found.rows.map((row) => listed(row, actor.time_zone, found.words))}
          filter={filter}
          direction={sortDirection(postingSorting, filter)}
        />
      ) : (
        <NothingFound />
      )}
      <Pager {...pages} />
    </>
  );
}
