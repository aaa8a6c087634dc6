import type { Metadata } from "next";
import { PostingList } from "@/components/postings/posting-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countPostings, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";

export const metadata: Metadata = { title: "Postings" };

export default async function PostingsPage({ searchParams }: PageProps<"/postings">) {
  const actor = await requireActor();
  const filter = postingFilter.parse(await searchParams);
  const [found, all, statuses, words, sites, quiet] = await Promise.all([
    searchPostings(actor, filter),
    countPostings(actor),
    usedStatuses(actor),
    statusesOf(actor),
    siteNames(actor),
    quietAfter(actor),
  ]);
  return (
    <PostingList
      {...{ filter, found, all, statuses, words, sites, quiet }}
      zone={actor.time_zone}
    />
  );
}
