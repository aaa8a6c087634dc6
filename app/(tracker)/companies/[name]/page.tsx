import type { Metadata } from "next";
import { cache } from "react";
import { preload } from "react-dom";
import { AboutCards } from "@/components/companies/about-cards.tsx";
import { CompanyActions } from "@/components/companies/company-actions.tsx";
import { CompanyPeople, OpeningCards } from "@/components/companies/company-rows.tsx";
import { FlagNotice } from "@/components/companies/flag-notice.tsx";
import { RecordCard } from "@/components/companies/record-card.tsx";
import { RecordWords } from "@/components/companies/record-words.tsx";
import { UnknownCompany } from "@/components/companies/unknown-company.tsx";
import { KnownThere } from "@/components/contacts/known-there.tsx";
import { formatDay } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { banIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { lanesOf } from "@/lib/companies/lanes.ts";
import { otherNames } from "@/lib/companies/list.ts";
import { getCompany } from "@/lib/companies/queries.ts";
import { companyRecord } from "@/lib/companies/record.ts";
import { tagsOfCompany } from "@/lib/companies/tags.ts";
import { thingsOfCompany } from "@/lib/companies/things.ts";
import { nameInPath } from "@/lib/companies/values.ts";
import { formatMoment, today } from "@/lib/dates.ts";
import { silenceAfterDays } from "@/lib/reports/insights/values.ts";
import { orNotFound } from "@/lib/route-params.ts";

/** The font of the sentence on top, which would break into lines anew where it came late. */
const reading = new URL(
  "@fontsource/newsreader/files/newsreader-latin-400-normal.woff2",
  import.meta.url,
);

type Props = PageProps<"/companies/[name]">;

// Cached for the request: the page's title and its content both ask.
const read = cache(async (name: string) => {
  const actor = await requireActor();
  return [actor, await orNotFound(getCompany(actor, nameInPath(name)))] as const;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, company] = await read((await params).name);
  return { title: company.name };
}

export default async function CompanyPage({ params }: Props) {
  preload(reading.pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const [actor, company] = await read((await params).name);
  const { key, name, do_not_apply_at: since, do_not_apply_why: why } = company;
  const [record, things, others, tags] = await Promise.all([
    companyRecord(actor, key),
    thingsOfCompany(actor, key),
    otherNames(actor, key),
    tagsOfCompany(actor, company),
  ]);
  const zone = actor.time_zone;
  const day = today(zone);
  const lanes = lanesOf(things.postings, zone, day, silenceAfterDays);
  const isUnknown = record.postings + record.opportunities + things.people.length === 0;
  const isKept = company.notes !== "" || company.url !== "" || since !== null || tags.length > 0;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[
          { label: "Postings", href: "/postings" },
          { label: "Companies", href: "/companies" },
        ]}
        beside={
          since && (
            <span className="flag-badge">
              <Icon of={banIcon} /> Do not apply again
            </span>
          )
        }
        note={!isUnknown && <RecordWords record={record} zone={zone} today={day} />}
        actions={<CompanyActions name={name} isMarked={since !== null} others={others} />}
      />
      {since && (
        <FlagNotice {...{ name, why }} since={<>on {formatDay(formatMoment(since, zone))}</>} />
      )}
      <div className="columns">
        <div className="stack">
          {isUnknown && !isKept && <UnknownCompany name={name} />}
          <RecordCard record={record} lanes={lanes} />
          <OpeningCards {...{ name, things, zone }} totals={record} />
        </div>
        <div className="stack">
          <CompanyPeople people={things.people} name={name} zone={zone} />
          <AboutCards company={company} tags={tags} sites={things.sites} zone={zone} />
          <KnownThere actor={actor} at={[name, ...company.also_written]} />
        </div>
      </div>
    </>
  );
}
