import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OpportunityList, opportunityList } from "@/components/opportunities/opportunity-list.tsx";
import { listAddress } from "@/components/ui/list-address.ts";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
} from "@/lib/opportunities/queries.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";

export const metadata: Metadata = { title: "Opportunities" };

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await requireActor();
  const filter = opportunityFilter.parse(await searchParams);
  const [found, all, open] = await Promise.all([
    searchOpportunities(actor, filter),
    countOpportunities(actor),
    countActiveOpportunities(actor),
  ]);
  if (found.rows.length === 0 && filter.page > 1) redirect(listAddress(opportunityList, filter));
  return <OpportunityList {...{ filter, found }} counts={{ all, open }} zone={actor.time_zone} />;
}
