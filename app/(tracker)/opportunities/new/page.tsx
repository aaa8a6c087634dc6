import type { Metadata } from "next";
import { OpportunityForm } from "@/components/opportunities/opportunity-form.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Add an opportunity" };

export default async function NewOpportunityPage() {
  const actor = await requireActor();
  return (
    <OpportunityForm statuses={(await statusesOf(actor)).opportunity} zone={actor.time_zone} />
  );
}
