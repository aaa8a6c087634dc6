import type { Metadata } from "next";
import { SiteForm } from "@/components/sites/site-form.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";

export const metadata: Metadata = { title: "Add a site" };

export default async function NewSitePage() {
  const actor = await requireActor();
  return <SiteForm zone={actor.time_zone} />;
}
