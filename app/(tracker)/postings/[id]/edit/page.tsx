import type { Metadata } from "next";
import { PostingForm } from "@/components/postings/posting-form.tsx";
import { titleOf } from "@/components/postings/posting-words.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { editPosting } from "@/lib/postings/actions.ts";
import { getPosting } from "@/lib/postings/queries.ts";
import { postingInitial, postingStored } from "@/lib/postings/schema.ts";
import { orNotFound, rowId } from "@/lib/route-params.ts";
import { siteNames } from "@/lib/sites/queries.ts";

export const metadata: Metadata = { title: "Edit a posting" };

export default async function EditPostingPage({ params }: PageProps<"/postings/[id]/edit">) {
  const actor = await requireActor();
  const posting = await orNotFound(getPosting(actor, rowId((await params).id)));
  const sites = await siteNames(actor);
  const site = sites.find(({ id }) => id === posting.job_site_id);
  const texts = postingInitial(posting, site?.site_name ?? "", actor.time_zone);
  const name = titleOf(posting);
  return (
    <>
      <PageHeader
        title={`Edit ${name}`}
        breadcrumbs={[
          { label: "Postings", href: "/postings" },
          { label: name, href: `/postings/${posting.id}` },
          { label: "Edit" },
        ]}
      />
      <PostingForm
        formKey={`posting-${posting.id}`}
        action={editPosting.bind(null, posting.id)}
        submit="Save"
        back={`/postings/${posting.id}`}
        texts={texts}
        sites={sites.map(({ site_name }) => site_name).filter(Boolean)}
        now={datetimeLocalValue(now(), actor.time_zone)}
        marks={initialHashes(postingStored(posting, site?.site_name ?? "", actor.time_zone))}
        hasPassword={Boolean(posting.posting_password)}
      />
    </>
  );
}
