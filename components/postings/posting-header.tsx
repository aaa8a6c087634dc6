import { NextStepButton } from "@/components/follow-ups/next-step-button.tsx";
import { crumbsOf, ListSteps } from "@/components/lists/way-back.tsx";
import { StatusMenu } from "@/components/records/status-menu.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { RecordActions } from "@/components/ui/record-actions.tsx";
import { removePosting } from "@/lib/postings/actions.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import type { OwnedPosting } from "@/lib/postings/queries.ts";
import type { WayBack } from "@/lib/saved-views/way-back.ts";
import { isFresh } from "@/lib/statuses/documented.ts";
import { placeLabel, postingTitle } from "./posting-labels.ts";

type Props = { posting: OwnedPosting; back: WayBack };

/** The head of a posting's page: what it is, how it stands, the way back and what can be done. */
export function PostingHeader({ posting, back }: Props) {
  const { id, company_name, posting_title, posting_status, pay_range } = posting;
  const title = postingTitle(posting);
  const lead = [company_name && posting_title, placeLabel(posting), pay_range].filter(Boolean);
  return (
    <PageHeader
      title={title}
      breadcrumbs={crumbsOf(back, postingKind.label.many, title)}
      steps={<ListSteps back={back} />}
      beside={
        <StatusMenu
          kind="job_posting"
          id={id}
          status={posting_status}
          fresh={isFresh(posting.applied_at)}
          of={title}
        />
      }
      note={lead.join(" · ")}
      actions={
        <>
          <NextStepButton />
          <RecordActions
            of={title}
            edit={`/postings/${id}/edit`}
            remove={removePosting.bind(null, id)}
          />
        </>
      }
    />
  );
}
