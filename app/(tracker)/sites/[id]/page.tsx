import type { Metadata } from "next";
import { PeopleCard } from "@/components/contacts/people-card.tsx";
import { NextStepButton } from "@/components/follow-ups/next-step-button.tsx";
import { NextSteps } from "@/components/follow-ups/next-steps.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { SiteDetails } from "@/components/sites/site-details.tsx";
import { siteName } from "@/components/sites/site-labels.ts";
import { SitePostings } from "@/components/sites/site-postings.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { RecordActions } from "@/components/ui/record-actions.tsx";
import { TextCard } from "@/components/ui/record-page.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { siteCadence } from "@/lib/follow-ups/queries.ts";
import { searchPostings } from "@/lib/postings/queries.ts";
import { postingFilter } from "@/lib/postings/schema.ts";
import { rowReader } from "@/lib/route-params.ts";
import { noteLook, removeSite } from "@/lib/sites/actions.ts";
import { siteKind } from "@/lib/sites/kind.ts";
import { getSite } from "@/lib/sites/queries.ts";

const size = 25;

type Props = PageProps<"/sites/[id]">;

const read = rowReader(getSite);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, site] = await read((await params).id);
  return { title: siteName(site) };
}

export default async function SitePage({ params, searchParams }: Props) {
  const [actor, site] = await read((await params).id);
  const { id } = site;
  const filter = postingFilter.parse({ site: id, page: (await searchParams).page, rows: size });
  const { page } = filter;
  const [{ rows, total }, cadence] = await Promise.all([
    searchPostings(actor, filter),
    siteCadence(actor, id),
  ]);
  const name = siteName(site);
  return (
    <>
      <PageHeader
        title={name}
        note={site.headline && <p>{site.headline}</p>}
        breadcrumbs={[{ label: "Sites", href: "/sites" }, { label: name }]}
        actions={
          <>
            <LinkButton href={`/add?site=${id}`} size="s">
              <Icon of={plusIcon} /> Add posting here
            </LinkButton>
            <ButtonForm action={noteLook.bind(null, id)}>
              <SubmitButton size="s">I looked today</SubmitButton>
            </ButtonForm>
            <NextStepButton label="Follow up" />
            <RecordActions
              of={name}
              edit={`/sites/${id}/edit`}
              remove={removeSite.bind(null, id)}
            />
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <NextSteps actor={actor} about={{ field: "job_site_id", id }} />
          <SitePostings {...{ rows, total, page, size }} siteId={id} zone={actor.time_zone} />
          <TextCard
            id="notes"
            title="Notes"
            text={site.description}
            edit={editAddress(siteKind, id, "description")}
          />
        </div>
        <div className="stack">
          <SiteDetails site={site} every={cadence?.repeat_days ?? null} zone={actor.time_zone} />
          <PeopleCard actor={actor} of={{ column: "job_site_id", id }} />
        </div>
      </div>
    </>
  );
}
