import type { Metadata } from "next";
import { OpportunityList } from "@/components/opportunities/opportunity-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { board } from "@/lib/board/queries.ts";
import { pastOf } from "@/lib/companies/past.ts";
import {
  countActiveOpportunities,
  countOpportunities,
  searchOpportunities,
  usedOpportunityStatuses,
} from "@/lib/opportunities/queries.ts";
import { readOpportunityFilter } from "@/lib/opportunities/read-filter.ts";
import { opportunityColumns } from "@/lib/opportunities/values.ts";
import { openList, viewCounts } from "@/lib/saved-views/queries.ts";
import { shownLook } from "@/lib/saved-views/shown-look.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { listTags } from "@/lib/tags/queries.ts";
import { nextSteps } from "@/lib/today/next-steps.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";
import "../board.css";

export const metadata: Metadata = { title: "Opportunities" };

export default async function OpportunitiesPage({ searchParams }: PageProps<"/opportunities">) {
  const actor = await requireActor();
  const open = await openList(actor, "email_opportunity", await searchParams);
  const filter = await readOpportunityFilter(actor, open.params);
  const [found, shown, all, active, statuses, tags, quiet, words] = await Promise.all([
    searchOpportunities(actor, filter),
    filter.layout && board(actor, { kind: "email_opportunity", filter }),
    countOpportunities(actor),
    countActiveOpportunities(actor),
    usedOpportunityStatuses(actor),
    listTags(actor),
    quietAfter(actor),
    statusesOf(actor),
  ]);
  const named = found.rows.map(({ id, recruiter_company: name }) => ({ id, name }));
  const [steps, past, counts] = await Promise.all([
    nextSteps(
      actor,
      "email_opportunity",
      found.rows.map(({ id, opportunity_status: status, deadline }) => ({
        ...{ id, status, deadline },
        waiting: null,
      })),
    ),
    pastOf(actor, "email_opportunity", named),
    viewCounts(actor, "email_opportunity"),
  ]);
  return (
    <OpportunityList
      board={shown}
      {...{ filter, found, past, statuses, words, tags, quiet, steps, open: { ...open, counts } }}
      counts={{ all, active }}
      look={shownLook(opportunityColumns, filter, open.look)}
      zone={actor.time_zone}
    />
  );
}
