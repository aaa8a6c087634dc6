import type { Metadata } from "next";
import { cache } from "react";
import { WhatHappened } from "@/components/comments/what-happened.tsx";
import { PostingDetails } from "@/components/postings/posting-details.tsx";
import { howApplied, placeOf, titleOf } from "@/components/postings/posting-words.ts";
import { StatusMenu } from "@/components/postings/status-menu.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Kbd } from "@/components/ui/kbd.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { TextCard } from "@/components/ui/text-card.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { now } from "@/lib/dates.ts";
import { listEvents } from "@/lib/events/queries.ts";
import { opportunityOfPosting } from "@/lib/opportunities/queries.ts";
import { removePosting } from "@/lib/postings/actions.ts";
import { getPosting } from "@/lib/postings/queries.ts";
import { statusWords } from "@/lib/postings/values.ts";
import { orNotFound, rowId } from "@/lib/route-params.ts";
import { getSite } from "@/lib/sites/queries.ts";

type Props = PageProps<"/postings/[id]">;

const read = cache(async (id: string) => {
  const actor = await requireActor();
  return { actor, posting: await orNotFound(getPosting(actor, rowId(id))) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { posting } = await read((await params).id);
  return { title: titleOf(posting) };
}

export default async function PostingPage({ params }: Props) {
  const { actor, posting } = await read((await params).id);
  const [site, opportunity, events] = await Promise.all([
    getSite(actor, posting.job_site_id),
    opportunityOfPosting(actor, posting.id),
    listEvents(actor, "job_posting", posting.id),
  ]);
  const { id, company_name, posting_title, posting_status, pay_range } = posting;
  const { kind } = statusWords(posting_status);
  const lead = [company_name && posting_title, placeOf(posting), pay_range].filter(Boolean);
  return (
    <>
      <PageHeader
        title={titleOf(posting)}
        breadcrumbs={[{ label: "Postings", href: "/postings" }, { label: titleOf(posting) }]}
        beside={<StatusMenu id={id} status={posting_status} of={titleOf(posting)} />}
        note={lead.join(" · ")}
        actions={
          <>
            <LinkButton href={`/postings/${id}/edit`} size="s" data-edit-link>
              Edit <Kbd>e</Kbd>
            </LinkButton>
            <form action={removePosting.bind(null, id)}>
              <SubmitButton size="s" variant="danger">
                Delete
              </SubmitButton>
            </form>
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <WhatHappened
            place={{ subject: "job_posting", id }}
            events={events}
            comments={posting.comments}
            over={kind === "closed" || kind === "rejected"}
            facts={{
              zone: actor.time_zone,
              now: now(),
              statusWords,
              appliedAt: posting.applied_at,
              appliedNote: howApplied(posting),
            }}
          />
          <TextCard id="posting-text" title="The posting" text={posting.job_description} />
        </div>
        <PostingDetails
          posting={posting}
          siteName={site.site_name}
          opportunity={opportunity}
          zone={actor.time_zone}
        />
      </div>
    </>
  );
}
