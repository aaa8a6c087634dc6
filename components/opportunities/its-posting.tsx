import { postingTitle } from "@/components/postings/posting-labels.ts";
import { PostingStatus } from "@/components/postings/posting-status.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { Link } from "@/components/ui/link.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import type { turnedPosting } from "@/lib/opportunities/queries.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import { restoreItem } from "@/lib/trash/actions.ts";

type Posting = NonNullable<Awaited<ReturnType<typeof turnedPosting>>>;

/** Tells that an opportunity is a posting too, and leads there, or back out of the trash. */
export function ItsPosting({ posting }: { posting: Posting }) {
  const title = [posting.company_name, posting.posting_title].filter(Boolean).join(", ");
  if (posting.deleted_at) {
    return (
      <Notice
        title="Its posting is in the trash"
        action={
          <ButtonForm action={restoreItem}>
            <HiddenFields values={{ kind: postingKind.name, id: String(posting.id) }} />
            <SubmitButton size="s">Restore it</SubmitButton>
          </ButtonForm>
        }
      >
        <p>{title}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title="This is in your postings">
      <p className="flex flex-wrap gap-x-3">
        <Link href={`/postings/${posting.id}`}>{title || postingTitle(posting)}</Link>
        <PostingStatus status={posting.posting_status} applied_at={posting.applied_at} />
      </p>
    </Notice>
  );
}
