import type { Metadata } from "next";
import { PostingList } from "@/components/postings/posting-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { pastOf } from "@/lib/companies/past.ts";
import { countPostings, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";

export const metadata: Metadata = { title: "Postings" };

export default async function PostingsPage({ searchParams }: PageProps<"/postings">) {
  const actor = await requireActor();
  const filter = postingFilter.parse(await searchParams);
  const [found, all, statuses, sites, quiet] = await Promise.all([
    searchPostings(actor, filter),
    countPostings(actor),
    usedStatuses(actor),
    siteNames(actor),
    quietAfter(actor),
  ]);
  const named = found.rows.map(({ id, company_name: name }) => ({ id, name }));
  const past = await pastOf(actor, "job_posting", named);
  return (
    <PostingList {...{ filter, found, all, past, statuses, sites, quiet }} zone={actor.time_zone} />
  );
}
