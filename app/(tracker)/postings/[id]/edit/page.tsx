import type { Metadata } from "next";
import { PostingForm } from "@/components/postings/posting-form.tsx";
import { getPosting } from "@/lib/postings/queries.ts";
import { rowReader } from "@/lib/route-params.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Edit a posting" };

const read = rowReader(getPosting);

export default async function EditPostingPage({ params }: PageProps<"/postings/[id]/edit">) {
  const [actor, posting] = await read((await params).id);
  const [sites, statuses] = await Promise.all([siteNames(actor), statusesOf(actor)]);
  const site = sites.find(({ id }) => id === posting.job_site_id);
  return <PostingForm {...{ posting, site, sites, statuses }} zone={actor.time_zone} />;
}
