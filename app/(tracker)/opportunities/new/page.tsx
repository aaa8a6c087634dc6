import type { Metadata } from "next";
import { OpportunityForm } from "@/components/opportunities/opportunity-form.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { addOpportunity } from "@/lib/opportunities/actions.ts";
import { blankOpportunity, opportunityInitial } from "@/lib/opportunities/schema.ts";

export const metadata: Metadata = { title: "Add an opportunity" };

export default async function NewOpportunityPage() {
  const { time_zone } = await requireActor();
  return (
    <>
      <PageHeader
        title="Add an opportunity"
        breadcrumbs={[{ label: "Opportunities", href: "/opportunities" }]}
      />
      <OpportunityForm
        formKey="opportunity-new"
        action={addOpportunity}
        submit="Add opportunity"
        back="/opportunities"
        fields={opportunityInitial(blankOpportunity(), time_zone)}
        now={datetimeLocalValue(now(), time_zone)}
      />
    </>
  );
}
