import type { Metadata } from "next";
import { PostingList } from "@/components/postings/posting-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countPostings, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { listTags, withoutUnknownTags } from "@/lib/tags/queries.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";

export const metadata: Metadata = { title: "Postings" };

export default async function PostingsPage({ searchParams }: PageProps<"/postings">) {
  const actor = await requireActor();
  const filter = await withoutUnknownTags(actor, postingFilter.parse(await searchParams));
  const [found, all, statuses, sites, tags, quiet] = await Promise.all([
    searchPostings(actor, filter),
    countPostings(actor),
    usedStatuses(actor),
    siteNames(actor),
    listTags(actor),
    quietAfter(actor),
  ]);
  return (
    <PostingList {...{ filter, found, all, statuses, sites, tags, quiet }} zone={actor.time_zone} />
  );
}
