import type { Metadata } from "next";
import { WhatHappened } from "@/components/comments/what-happened.tsx";
import { KnownThere } from "@/components/contacts/known-there.tsx";
import { PeopleCard } from "@/components/contacts/people-card.tsx";
import { NextStepButton } from "@/components/follow-ups/next-step-button.tsx";
import { NextSteps } from "@/components/follow-ups/next-steps.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { InterviewsCard } from "@/components/interviews/interviews-card.tsx";
import { crumbsOf, ListSteps } from "@/components/lists/way-back.tsx";
import { ItsPosting } from "@/components/opportunities/its-posting.tsx";
import { OpportunityDetails } from "@/components/opportunities/opportunity-details.tsx";
import { opportunityTitle, recruiterLabel } from "@/components/opportunities/opportunity-labels.ts";
import { placeLabel } from "@/components/postings/posting-labels.ts";
import { StatusMenu } from "@/components/records/status-menu.tsx";
import { TagEditor } from "@/components/tags/tag-editor.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { RecordActions } from "@/components/ui/record-actions.tsx";
import { TextCard } from "@/components/ui/record-page.tsx";
import { now } from "@/lib/dates.ts";
import { listEvents } from "@/lib/events/queries.ts";
import { removeOpportunity } from "@/lib/opportunities/actions.ts";
import { opportunityKind } from "@/lib/opportunities/kind.ts";
import { getOpportunity, turnedPosting } from "@/lib/opportunities/queries.ts";
import { rowReader } from "@/lib/route-params.ts";
import { wayBack } from "@/lib/saved-views/way-back.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { tagRow } from "@/lib/tags/actions.ts";
import { tagsOf } from "@/lib/tags/queries.ts";

type Props = PageProps<"/opportunities/[id]">;

const read = rowReader(getOpportunity);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, opportunity] = await read((await params).id);
  return { title: opportunityTitle(opportunity) };
}

export default async function OpportunityPage({ params, searchParams }: Props) {
  const [actor, opportunity] = await read((await params).id);
  const { id, opportunity_status, comments } = opportunity;
  const { list } = await searchParams;
  const [events, posting, back, tags, statuses] = await Promise.all([
    listEvents(actor, "email_opportunity", id),
    turnedPosting(actor, opportunity),
    wayBack(actor, "email_opportunity", id, list),
    tagsOf(actor, { kind: "email_opportunity", id }),
    statusesOf(actor),
  ]);
  const title = opportunityTitle(opportunity);
  const subject = {
    subject: "email_opportunity" as const,
    id,
    status: opportunity_status,
    fresh: false,
    name: title,
  };
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={crumbsOf(back, opportunityKind.label.many, title)}
        steps={<ListSteps back={back} />}
        beside={
          <StatusMenu kind="email_opportunity" id={id} status={opportunity_status} of={title} />
        }
        note={[recruiterLabel(opportunity), placeLabel(opportunity)].filter(Boolean).join(" · ")}
        actions={
          <>
            {!posting && (
              <LinkButton href={`/opportunities/${id}/turn`} size="s">
                Add to postings
              </LinkButton>
            )}
            <NextStepButton />
            <RecordActions
              of={title}
              edit={`/opportunities/${id}/edit`}
              remove={removeOpportunity.bind(null, id)}
            />
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <NextSteps actor={actor} about={{ field: "email_opportunity_id", id }} />
          {posting && <ItsPosting posting={posting} />}
          <WhatHappened
            place={{ subject: "email_opportunity", id }}
            events={events}
            comments={comments}
            status={opportunity_status}
            facts={{ zone: actor.time_zone, now: now(), statusWords: statuses.opportunity.words }}
          />
          <TextCard
            id="description"
            title="The offer"
            text={opportunity.job_description}
            edit={editAddress(opportunityKind, id, "job_description")}
          />
        </div>
        <div className="stack">
          <OpportunityDetails
            row={opportunity}
            tags={
              <TagEditor
                save={tagRow.bind(null, { kind: "email_opportunity", id })}
                tags={tags}
                list={opportunityKind.path}
              />
            }
            zone={actor.time_zone}
          />
          <PeopleCard actor={actor} of={{ column: "email_opportunity_id", id }} />
          <KnownThere
            actor={actor}
            at={[opportunity.recruiter_company, opportunity.hiring_company]}
          />
          <InterviewsCard {...{ actor, subject, about: title }} />
        </div>
      </div>
    </>
  );
}
