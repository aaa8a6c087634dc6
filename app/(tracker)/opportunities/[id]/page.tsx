import type { Metadata } from "next";
import { cache } from "react";
import { WhatHappened } from "@/components/comments/what-happened.tsx";
import { ItsPosting } from "@/components/opportunities/its-posting.tsx";
import { OpportunityDetails } from "@/components/opportunities/opportunity-details.tsx";
import { opportunityTitle, recruiterOf } from "@/components/opportunities/opportunity-words.ts";
import { OpportunityStatusMenu } from "@/components/opportunities/status-menu.tsx";
import { placeOf } from "@/components/postings/posting-words.ts";
import { LinkButton } from "@/components/ui/button.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { TextCard } from "@/components/ui/text-card.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { now } from "@/lib/dates.ts";
import { listEvents } from "@/lib/events/queries.ts";
import { removeOpportunity } from "@/lib/opportunities/actions.ts";
import { getOpportunity, turnedPosting } from "@/lib/opportunities/queries.ts";
import { opportunityStatusWords } from "@/lib/opportunities/values.ts";
import { orNotFound, rowId } from "@/lib/route-params.ts";

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => {
  const actor = await requireActor();
  return { actor, opportunity: await orNotFound(getOpportunity(actor, rowId(id))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { opportunity } = await read((await params).id);
  return { title: opportunityTitle(opportunity) };
}

export default async function OpportunityPage({ params }: Props) {
  const { actor, opportunity } = await read((await params).id);
  const { id, opportunity_status, comments } = opportunity;
  const [events, posting] = await Promise.all([
    listEvents(actor, "email_opportunity", id),
    turnedPosting(actor, opportunity),
  ]);
  const { kind } = opportunityStatusWords(opportunity_status);
  const title = opportunityTitle(opportunity);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: "Opportunities", href: "/opportunities" }, { label: title }]}
        beside={<OpportunityStatusMenu id={id} status={opportunity_status} of={title} />}
        note={[recruiterOf(opportunity), placeOf(opportunity)].filter(Boolean).join(" · ")}
        actions={<Actions id={id} turned={posting !== undefined} />}
      />
      <div className="columns">
        <div className="stack">
          {posting && <ItsPosting posting={posting} />}
          <WhatHappened
            place={{ subject: "email_opportunity", id }}
            events={events}
            comments={comments}
            over={kind === "closed" || kind === "rejected"}
            facts={{ zone: actor.time_zone, now: now(), statusWords: opportunityStatusWords }}
          />
          <TextCard id="description" title="The offer" text={opportunity.job_description} />
        </div>
        <OpportunityDetails row={opportunity} zone={actor.time_zone} />
      </div>
    </>
  );
}

function Actions({ id, turned }: { id: number; turned: boolean }) {
  return (
    <>
      {!turned && (
        <LinkButton href={`/opportunities/${id}/turn`} size="s">
          Turn into a posting
        </LinkButton>
      )}
      <LinkButton href={`/opportunities/${id}/edit`} size="s" data-edit-link>
        Edit <Kbd>e</Kbd>
      </LinkButton>
      <form action={removeOpportunity.bind(null, id)}>
        <SubmitButton size="s" variant="danger">
          Delete
        </SubmitButton>
      </form>
    </>
  );
}
