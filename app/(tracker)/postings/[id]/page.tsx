import type { Metadata } from "next";
import { WhatHappened } from "@/components/comments/what-happened.tsx";
import { KnownThere } from "@/components/contacts/known-there.tsx";
import { PeopleCard } from "@/components/contacts/people-card.tsx";
import { NextSteps } from "@/components/follow-ups/next-steps.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { InterviewsCard } from "@/components/interviews/interviews-card.tsx";
import { PostingDetails } from "@/components/postings/posting-details.tsx";
import { PostingHeader } from "@/components/postings/posting-header.tsx";
import { applicationLabel, postingTitle } from "@/components/postings/posting-labels.ts";
import { SnapshotsCard } from "@/components/snapshots/snapshots-card.tsx";
import { TagEditor } from "@/components/tags/tag-editor.tsx";
import { TextCard } from "@/components/ui/record-page.tsx";
import { now } from "@/lib/dates.ts";
import { listEvents } from "@/lib/events/queries.ts";
import { opportunityOfPosting } from "@/lib/opportunities/queries.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import { getPosting } from "@/lib/postings/queries.ts";
import { rowReader } from "@/lib/route-params.ts";
import { wayBack } from "@/lib/saved-views/way-back.ts";
import { getSite } from "@/lib/sites/queries.ts";
import { isFresh } from "@/lib/statuses/documented.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { tagRow } from "@/lib/tags/actions.ts";
import { tagsOf } from "@/lib/tags/queries.ts";

type Props = PageProps<"/postings/[id]">;

const read = rowReader(getPosting);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, posting] = await read((await params).id);
  return { title: postingTitle(posting) };
}

export default async function PostingPage({ params, searchParams }: Props) {
  const [actor, posting] = await read((await params).id);
  const { list, ...asked } = await searchParams;
  const [site, opportunity, events, back, tags, statuses] = await Promise.all([
    getSite(actor, posting.job_site_id),
    opportunityOfPosting(actor, posting.id),
    listEvents(actor, "job_posting", posting.id),
    wayBack(actor, "job_posting", posting.id, list),
    tagsOf(actor, { kind: "job_posting", id: posting.id }),
    statusesOf(actor),
  ]);
  const { id, company_name, posting_title, posting_status } = posting;
  const subject = {
    subject: "job_posting" as const,
    id,
    status: posting_status,
    fresh: isFresh(posting.applied_at),
    name: postingTitle(posting),
  };
  const about = [company_name, posting_title].filter(Boolean).join(", ");
  return (
    <>
      <PostingHeader posting={posting} back={back} />
      <div className="columns">
        <div className="stack">
          <NextSteps actor={actor} about={{ field: "job_posting_id", id }} />
          <WhatHappened
            place={{ subject: "job_posting", id }}
            events={events}
            comments={posting.comments}
            status={posting_status}
            facts={{
              zone: actor.time_zone,
              now: now(),
              statusWords: statuses.posting.words,
              stageWords: (text) => statuses.stage.words(text).label,
              appliedAt: posting.applied_at,
              appliedNote: applicationLabel(posting),
            }}
          />
          <TextCard
            id="posting-text"
            title="The posting"
            text={posting.job_description}
            edit={editAddress(postingKind, id, "job_description")}
          />
          <SnapshotsCard {...{ actor, posting, asked }} list={back.list} />
        </div>
        <div className="stack">
          <PostingDetails
            posting={posting}
            siteName={site.site_name}
            opportunity={opportunity}
            tags={
              <TagEditor
                save={tagRow.bind(null, { kind: "job_posting", id })}
                tags={tags}
                list={postingKind.path}
              />
            }
            zone={actor.time_zone}
          />
          <PeopleCard actor={actor} of={{ column: "job_posting_id", id }} />
          <KnownThere actor={actor} at={[posting.company_name, posting.hiring_company]} />
          <InterviewsCard {...{ actor, subject, about }} />
        </div>
      </div>
    </>
  );
}
