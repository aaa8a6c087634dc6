import type { Metadata } from "next";
import { PostingList } from "@/components/postings/posting-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { board } from "@/lib/board/queries.ts";
import { countPostings, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";
import "../board.css";

export const metadata: Metadata = { title: "Postings" };

export default async function PostingsPage({ searchParams }: PageProps<"/postings">) {
  const actor = await requireActor();
  const filter = postingFilter.parse(await searchParams);
  const [found, shown, all, statuses, sites, quiet] = await Promise.all([
    searchPostings(actor, filter),
    filter.layout && board(actor, { kind: "job_posting", filter }),
    countPostings(actor),
    usedStatuses(actor),
    siteNames(actor),
    quietAfter(actor),
  ]);
  return (
    <PostingList
      {...{ filter, found, all, statuses, sites, quiet }}
      board={shown}
      zone={actor.time_zone}
    />
  );
}
