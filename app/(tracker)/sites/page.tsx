import type { Metadata } from "next";
import { SiteList } from "@/components/sites/site-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { scorecard } from "@/lib/reports/insights/scorecard.ts";
import { searchSites } from "@/lib/sites/queries.ts";
import { siteFilter } from "@/lib/sites/schema.ts";

export const metadata: Metadata = { title: "Sites" };

const anyDay = "0001-01-01";

export default async function SitesPage({ searchParams }: PageProps<"/sites">) {
  const actor = await requireActor();
  const filter = siteFilter.parse(await searchParams);
  const [found, scores] = await Promise.all([searchSites(actor, filter), scorecard(actor, anyDay)]);
  return <SiteList {...{ filter, found, scores }} zone={actor.time_zone} />;
}
