import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyTrash, TrashEmptyState, TrashTable } from "@/components/trash/trash-table.tsx";
import { TrashedImports } from "@/components/trash/trashed-imports.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { importsInTrash } from "@/lib/imports/queries.ts";
import { tablePageSize } from "@/lib/lists/table-filter.ts";
import { countTrash, pageOfTrash, trashedSiteName } from "@/lib/trash/queries.ts";
import { trashFilter } from "@/lib/trash/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";

export const metadata: Metadata = { title: "Trash" };

export default async function TrashPage({ searchParams }: PageProps<"/trash">) {
  const actor = await requireActor();
  const filter = trashFilter.parse(await searchParams);
  const { site, page, rows: size } = filter;
  const whole = site === undefined;
  const [{ rows, total }, siteName, counts, imports] = await Promise.all([
    pageOfTrash(actor, filter),
    whole ? undefined : trashedSiteName(actor, site),
    whole ? countTrash(actor) : [],
    whole && page === 1 ? importsInTrash(actor) : [],
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
        title={whole ? "Trash" : `Went with ${siteName || "its site"}`}
        beside={total > 0 && formatNumber(total)}
        breadcrumbs={whole ? undefined : [{ label: "Trash", href: "/trash" }]}
        note={
          whole && total > 0 ? (
            <p>What you delete is kept here for 30 days. Then it is gone for good.</p>
          ) : undefined
        }
        actions={whole && total > 0 && <EmptyTrash counts={counts} />}
      />
      <TrashedImports imports={imports} zone={actor.time_zone} />
      {total === 0 ? <TrashEmptyState /> : <TrashTable rows={rows} zone={actor.time_zone} />}
      <Pager {...{ total, page, size }} href={(to) => address(size, to)} rowsHref={address} />
    </>
  );
}
