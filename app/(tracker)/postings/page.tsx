import type { Metadata } from "next";
import { PostingList } from "@/components/postings/posting-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { board } from "@/lib/board/queries.ts";
import { pastOf } from "@/lib/companies/past.ts";
import { countPostings, countViews, searchPostings, usedStatuses } from "@/lib/postings/queries.ts";
import { readPostingFilter } from "@/lib/postings/read-filter.ts";
import { postingColumns } from "@/lib/postings/values.ts";
import { openList, viewCounts } from "@/lib/saved-views/queries.ts";
import { shownLook } from "@/lib/saved-views/shown-look.ts";
import { siteNames } from "@/lib/sites/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { listTags } from "@/lib/tags/queries.ts";
import { daysWaiting } from "@/lib/today/days-waiting.ts";
import { nextSteps } from "@/lib/today/next-steps.ts";
import { quietAfter } from "@/lib/today/quiet-after.ts";
import "../board.css";

export const metadata: Metadata = { title: "Postings" };

export default async function PostingsPage({ searchParams }: PageProps<"/postings">) {
  const actor = await requireActor();
  const open = await openList(actor, "job_posting", await searchParams);
  const filter = await readPostingFilter(actor, open.params);
  const [found, shown, all, statuses, words, sites, tags, quiet] = await Promise.all([
    searchPostings(actor, filter),
    filter.layout && board(actor, { kind: "job_posting", filter }),
    countPostings(actor),
    usedStatuses(actor),
    statusesOf(actor),
    siteNames(actor),
    listTags(actor),
    quietAfter(actor),
  ]);
  const named = found.rows.map(({ id, company_name: name }) => ({ id, name }));
  const [steps, past, counts, views] = await Promise.all([
    nextSteps(
      actor,
      "job_posting",
      found.rows.map(({ id, posting_status: status, deadline, is_waiting, applied_at }) => ({
        ...{ id, status, deadline },
        waiting: is_waiting && applied_at ? daysWaiting(applied_at, quiet) : null,
      })),
    ),
    pastOf(actor, "job_posting", named),
    viewCounts(actor, "job_posting"),
    // From a saved view they lead to all that there is.
    open.view ? countViews(actor) : found.views,
  ]);
  return (
    <PostingList
      board={shown}
      {...{
        filter,
        views,
        found,
        all,
        past,
        statuses,
        words,
        sites,
        tags,
        quiet,
        steps,
        open: { ...open, counts },
      }}
      look={shownLook(postingColumns, filter, open.look)}
      zone={actor.time_zone}
    />
  );
}
