import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyTrash, TrashEmptyState, TrashTable } from "@/components/trash/trash-table.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { tablePageSize } from "@/lib/lists/table-filter.ts";
import { pageOfTrash, trashedSiteName } from "@/lib/trash/queries.ts";
import { trashFilter } from "@/lib/trash/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";

export const metadata: Metadata = { title: "Trash" };

export default async function TrashPage({ searchParams }: PageProps<"/trash">) {
  const actor = await requireActor();
  const filter = trashFilter.parse(await searchParams);
  const { site, page, rows: size } = filter;
  const [{ rows, total }, siteName] = await Promise.all([
    pageOfTrash(actor, filter),
    site === undefined ? undefined : trashedSiteName(actor, site),
  ]);
  if (total === 0 && site !== undefined) redirect("/trash");
  const address = (rows: number, to = 1) =>
    pathWithQuery("/trash", {
      site,
      rows: rows === tablePageSize ? undefined : rows,
      page: to === 1 ? undefined : to,
    });
  return (
    <>
      <PageHeader
        title={site === undefined ? "Trash" : `Went with ${siteName || "its site"}`}
        beside={total > 0 && formatNumber(total)}
        breadcrumbs={site === undefined ? undefined : [{ label: "Trash", href: "/trash" }]}
        note={
          site === undefined && total > 0 ? (
            <p>What you delete is kept here for 30 days. Then it is gone for good.</p>
          ) : undefined
        }
        actions={site === undefined && total > 0 && <EmptyTrash />}
      />
      {total === 0 ? <TrashEmptyState /> : <TrashTable rows={rows} zone={actor.time_zone} />}
      <Pager {...{ total, page, size }} href={(to) => address(size, to)} rowsHref={address} />
    </>
  );
}
