import type { Metadata } from "next";
import { OpportunityList } from "@/components/opportunities/opportunity-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { board } from "@/lib/board/queries.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
} from "@/lib/opportunities/queries.ts";
import { opportunityFilter } from "@/lib/opportunities/schema.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";
import "../board.css";

export const metadata: Metadata = { title: "Opportunities" };

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await requireActor();
  const filter = opportunityFilter.parse(await searchParams);
  const [found, shown, all, open, quiet] = await Promise.all([
    searchOpportunities(actor, filter),
    filter.layout && board(actor, { kind: "email_opportunity", filter }),
    countOpportunities(actor),
    countActiveOpportunities(actor),
    quietAfter(actor),
  ]);
  return (
    <OpportunityList
      {...{ filter, found }}
      board={shown}
      counts={{ all, open }}
      quiet={quiet}
      zone={actor.time_zone}
    />
  );
}
