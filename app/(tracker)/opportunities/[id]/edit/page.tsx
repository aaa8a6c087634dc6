import type { Metadata } from "next";
import { OpportunityForm } from "@/components/opportunities/opportunity-form.tsx";
import { getOpportunity } from "@/lib/opportunities/queries.ts";
import { rowReader } from "@/lib/route-params.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Edit an opportunity" };

const read = rowReader(getOpportunity);

export default async function EditOpportunityPage({
  params,
}: PageProps<"/opportunities/[id]/edit">) {
  const [actor, opportunity] = await read((await params).id);
  return (
    <OpportunityForm
      statuses={(await statusesOf(actor)).opportunity}
      opportunity={opportunity}
      zone={actor.time_zone}
    />
  );
}
