import type { Metadata } from "next";
import { PostingForm } from "@/components/postings/posting-form.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { postingLimits } from "@/lib/postings/fields.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Add a posting" };

const textOf = (value: string | string[] | undefined, max: number) =>
  typeof value === "string" ? value.slice(0, max) : "";

export default async function NewPostingPage({ searchParams }: PageProps<"/postings/new">) {
  const actor = await requireActor();
  const [{ site: siteId, company, title, url }, sites, statuses] = await Promise.all([
    searchParams,
    siteNames(actor),
    statusesOf(actor),
  ]);
  const site = sites.find(({ id }) => String(id) === siteId);
  const known = {
    company_name: textOf(company, postingLimits.company_name),
    posting_title: textOf(title, postingLimits.posting_title),
    posting_url_full: textOf(url, postingLimits.posting_url_full),
  };
  return (
    <PostingForm
      site={site}
      known={known}
      sites={sites}
      statuses={statuses}
      zone={actor.time_zone}
    />
  );
}
