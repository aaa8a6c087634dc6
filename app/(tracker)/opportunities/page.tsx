import type { Metadata } from "next";
import { OpportunityList } from "@/components/opportunities/opportunity-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
} from "@/lib/opportunities/queries.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";
import { listTags, withoutUnknownTags } from "@/lib/tags/queries.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";

export const metadata: Metadata = { title: "Opportunities" };

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await requireActor();
  const filter = await withoutUnknownTags(actor, opportunityFilter.parse(await searchParams));
  const [found, all, open, tags, quiet] = await Promise.all([
    searchOpportunities(actor, filter),
    countOpportunities(actor),
    countActiveOpportunities(actor),
    listTags(actor),
    quietAfter(actor),
  ]);
  return (
    <OpportunityList
      {...{ filter, found, tags }}
      counts={{ all, open }}
      quiet={quiet}
      zone={actor.time_zone}
    />
  );
}
