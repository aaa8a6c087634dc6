import type { Metadata } from "next";
import { OpportunityForm } from "@/components/opportunities/opportunity-form.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";

export const metadata: Metadata = { title: "Add an opportunity" };

export default async function NewOpportunityPage() {
  const actor = await requireActor();
  return <OpportunityForm zone={actor.time_zone} />;
}
