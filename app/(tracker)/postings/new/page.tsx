import type { Metadata } from "next";
import { PostingForm } from "@/components/postings/posting-form.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { addPosting } from "@/lib/postings/actions.ts";
import { postingInitial } from "@/lib/postings/schema.ts";
import { siteNames } from "@/lib/sites/queries.ts";

export const metadata: Metadata = { title: "Add a posting" };

export default async function NewPostingPage({ searchParams }: PageProps<"/postings/new">) {
  const actor = await requireActor();
  const [{ site: asked }, sites] = await Promise.all([searchParams, siteNames(actor)]);
  const site = sites.find(({ id }) => String(id) === asked);
  return (
    <>
      <PageHeader
        title="Add a posting"
        breadcrumbs={[
          { label: "Postings", href: "/postings" },
          ...(site ? [{ label: site.site_name || "Site", href: `/sites/${site.id}` }] : []),
          { label: "New" },
        ]}
        note={<p>A company and a title are enough; the rest can follow.</p>}
      />
      <PostingForm
        formKey={site ? `posting-new-${site.id}` : "posting-new"}
        action={addPosting}
        submit="Add posting"
        back={site ? `/sites/${site.id}` : "/postings"}
        texts={postingInitial({}, site?.site_name ?? "", actor.time_zone)}
        sites={sites.map(({ site_name }) => site_name).filter(Boolean)}
        now={datetimeLocalValue(now(), actor.time_zone)}
        along={site ? { job_site_id: String(site.id) } : {}}
      />
    </>
  );
}
