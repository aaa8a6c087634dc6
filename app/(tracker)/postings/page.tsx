import type { Metadata } from "next";
import { PostingList } from "@/components/postings/posting-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { nextSteps } from "@/lib/follow-ups/next-steps.ts";
import { namedColumns } from "@/lib/lists/columns.ts";
import { countPostings, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { postingColumns } from "@/lib/postings/values.ts";
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
  const columns = namedColumns(postingColumns, filter.columns);
  const look = { density: filter.density, ...(columns.length > 0 && { columns }) };
  const steps = await nextSteps(
    actor,
    "job_posting",
    found.rows.map(({ id }) => id),
  );
  return (
    <PostingList
      {...{ filter, found, all, statuses, sites, quiet, steps, look }}
      zone={actor.time_zone}
    />
  );
}
