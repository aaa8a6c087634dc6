import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SiteList, siteList } from "@/components/sites/site-list.tsx";
import { listAddress } from "@/components/ui/list-address.ts";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { searchSites } from "@/lib/sites/queries.ts";
import { siteFilter } from "@/lib/sites/schema.ts";

export const metadata: Metadata = { title: "Sites" };

export default async function SitesPage({ searchParams }: PageProps<"/sites">) {
  const actor = await requireActor();
  const filter = siteFilter.parse(await searchParams);
  const found = await searchSites(actor, filter);
  if (found.rows.length === 0 && filter.page > 1) redirect(listAddress(siteList, filter));
  return <SiteList {...{ filter, found }} zone={actor.time_zone} />;
}
