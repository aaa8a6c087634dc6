import type { Metadata } from "next";
import { OpportunityList } from "@/components/opportunities/opportunity-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
} from "@/lib/opportunities/queries.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";

export const metadata: Metadata = { title: "Opportunities" };

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await requireActor();
  const filter = opportunityFilter.parse(await searchParams);
  const [found, all, open, quiet, statuses] = await Promise.all([
    searchOpportunities(actor, filter),
    countOpportunities(actor),
    countActiveOpportunities(actor),
    quietAfter(actor),
    statusesOf(actor),
  ]);
  return (
    <OpportunityList
      {...{ filter, found }}
      counts={{ all, open }}
      quiet={quiet}
      statuses={statuses.opportunity}
      zone={actor.time_zone}
    />
  );
}
