import type { Metadata } from "next";
import { OpportunityForm } from "@/components/opportunities/opportunity-form.tsx";
import { opportunityTitle } from "@/components/opportunities/opportunity-words.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { editOpportunity } from "@/lib/opportunities/actions.ts";
import { getOpportunity } from "@/lib/opportunities/queries.ts";
import { opportunityInitial } from "@/lib/opportunities/schema.ts";
import { orNotFound, rowId } from "@/lib/route-params.ts";

export const metadata: Metadata = { title: "Edit an opportunity" };

type Props = { params: Promise<{ id: string }> };

export default async function EditOpportunityPage({ params }: Props) {
  const actor = await requireActor();
  const opportunity = await orNotFound(getOpportunity(actor, rowId((await params).id)));
  const title = opportunityTitle(opportunity);
  const here = `/opportunities/${opportunity.id}`;
  return (
    <>
      <PageHeader
        title={`Edit ${title}`}
        breadcrumbs={[
          { label: "Opportunities", href: "/opportunities" },
          { label: title, href: here },
        ]}
      />
      <OpportunityForm
        formKey={`opportunity-${opportunity.id}`}
        action={editOpportunity.bind(null, opportunity.id)}
        submit="Save"
        back={here}
        fields={opportunityInitial(opportunity, actor.time_zone)}
        now={datetimeLocalValue(now(), actor.time_zone)}
      />
    </>
  );
}
