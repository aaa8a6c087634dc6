import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { opportunityTitle } from "@/components/opportunities/opportunity-labels.ts";
import { TurnForm } from "@/components/opportunities/turn-form.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { getOpportunity } from "@/lib/opportunities/queries.ts";
import { rowReader } from "@/lib/route-params.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Add to postings" };

const read = rowReader(getOpportunity);

export default async function TurnOpportunityPage({
  params,
}: PageProps<"/opportunities/[id]/turn">) {
  const [actor, opportunity] = await read((await params).id);
  const here = `/opportunities/${opportunity.id}`;
  if (opportunity.job_posting_id !== null) redirect(here);
  const [sites, statuses] = await Promise.all([siteNames(actor), statusesOf(actor)]);
  return (
    <>
      <PageHeader
        title="Add to postings"
        breadcrumbs={[
          { label: "Opportunities", href: "/opportunities" },
          { label: opportunityTitle(opportunity), href: here },
        ]}
        note={
          <p>
            The posting gets the description and the comments. The opportunity stays, and each links
            to the other.
          </p>
        }
      />
      <TurnForm
        row={opportunity}
        statuses={statuses}
        sites={sites.map((site) => site.site_name).filter(Boolean)}
        now={datetimeLocalValue(now(), actor.time_zone)}
      />
    </>
  );
}
