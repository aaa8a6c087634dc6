import type { Metadata } from "next";
import { PostingForm } from "@/components/postings/posting-form.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { postingLimits } from "@/lib/postings/fields.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Add a posting" };

export default async function NewPostingPage({ searchParams }: PageProps<"/postings/new">) {
  const actor = await requireActor();
  const [{ site: siteId, company }, sites, statuses] = await Promise.all([
    searchParams,
    siteNames(actor),
    statusesOf(actor),
  ]);
  const site = sites.find(({ id }) => String(id) === siteId);
  const named = typeof company === "string" ? company.slice(0, postingLimits.company_name) : "";
  return (
    <PostingForm
      site={site}
      company={named}
      sites={sites}
      statuses={statuses}
      zone={actor.time_zone}
    />
  );
}
