import type { Metadata } from "next";
import { OpportunityList } from "@/components/opportunities/opportunity-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { pastOf } from "@/lib/companies/past.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
} from "@/lib/opportunities/queries.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";

export const metadata: Metadata = { title: "Opportunities" };

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await requireActor();
  const filter = opportunityFilter.parse(await searchParams);
  const [found, all, open, quiet] = await Promise.all([
    searchOpportunities(actor, filter),
    countOpportunities(actor),
    countActiveOpportunities(actor),
    quietAfter(actor),
  ]);
  const named = found.rows.map(({ id, recruiter_company: name }) => ({ id, name }));
  const past = await pastOf(actor, "email_opportunity", named);
  return (
    <OpportunityList
      {...{ filter, found, past }}
      counts={{ all, open }}
      quiet={quiet}
      zone={actor.time_zone}
    />
  );
}
