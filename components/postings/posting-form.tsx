import { AlreadyApplied } from "@/components/duplicates/already-applied.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { OptionalFields } from "@/components/forms/optional-fields.tsx";
import { fieldProps, RecordForm } from "@/components/forms/record-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { tagsField } from "@/components/tags/tags-field.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { statusOptions } from "@/components/ui/status-mark.tsx";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { addPosting, editPosting } from "@/lib/postings/actions.ts";
import { postingFields, postingLimits } from "@/lib/postings/fields.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import type { PostingRow } from "@/lib/postings/queries.ts";
import { postingInitial, postingStored } from "@/lib/postings/schema.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import { siteLimits } from "@/lib/sites/fields.ts";
import { isFresh, savedStatus } from "@/lib/statuses/documented.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import { AppliedFields } from "./applied-fields.tsx";
import { moreFields } from "./more-fields.tsx";
import { postingTitle } from "./posting-labels.ts";

const labels = { ...labelsOf(postingFields), site_name: "Site", tags: "Tags" };
const limits = { ...postingLimits, site_name: siteLimits.site_name };

const compared = {
  company_name: "company_name",
  hiring_company: "hiring_company",
  posting_title: "posting_title",
  posting_url_full: "posting_url_full",
  location_city: "location_city",
  job_description: "job_description",
};

type Site = { id: number; site_name: string };

type Props = {
  posting?: PostingRow;
  /** the site that it belongs to, or is added from */
  site?: Site;
  /** what is known of one that is added */
  known?: { company_name: string; posting_title: string; posting_url_full: string };
  sites: Site[];
  statuses: Statuses;
  zone: string;
};

/** Under which a draft of a posting is kept that begins with something. */
const nameOf = (known: Props["known"]) => {
  const words = Object.values(known ?? {}).filter(Boolean);
  return words.length > 0 ? `posting-new-${words.join(" ").slice(0, 200)}` : undefined;
};

/** The page that adds a posting, or edits the one that is given: a few fields, and buttons that open the others. */
export function PostingForm({ posting, site, known, sites, statuses, zone }: Props) {
  const siteName = site?.site_name ?? "";
  const values = postingInitial(
    posting ?? {
      ...known,
      posting_status: statuses.posting.initial,
      rejected_after_stage: statuses.stage.initial,
    },
    siteName,
    zone,
  );
  const field = fieldProps(labels, values, limits);
  const moment = datetimeLocalValue(now(), zone);
  const fresh = isFresh(posting?.applied_at ?? null);
  const from = posting ? undefined : site;
  return (
    <RecordForm
      kind={postingKind}
      record={posting && { id: posting.id, title: postingTitle(posting) }}
      addTitle="Add a posting"
      crumbs={[
        ...(from ? [{ label: from.site_name || "Site", href: `/sites/${from.id}` }] : []),
        { label: posting ? "Edit" : "New" },
      ]}
      action={posting ? editPosting.bind(null, posting.id) : addPosting}
      labels={labels}
      hashes={posting && initialHashes(postingStored(posting, siteName, zone))}
      formKey={from ? `posting-new-${from.id}` : nameOf(known)}
      cancel={from && `/sites/${from.id}`}
    >
      {from && <HiddenFields values={{ job_site_id: String(from.id) }} />}
      <FieldGrid>
        <TextField {...field("company_name")} required />
        <TextField {...field("posting_title")} required />
        <TextField
          {...field("posting_url_full")}
          type="url"
          inputMode="url"
          autoCapitalize="none"
          wide
        />
        <AppliedFields
          status={field("posting_status")}
          options={statusOptions(
            statuses.posting.offered,
            (status) => statuses.posting.words(status, fresh),
            values.posting_status,
          )}
          saved={statuses.textsLike(savedStatus)}
          applied={field("applied_at")}
          now={moment}
        />
      </FieldGrid>
      <AlreadyApplied
        names={compared}
        about={{ kind: postingKind.name, job_posting_id: posting?.id }}
      />
      <OptionalFields
        fields={[
          ...moreFields({
            field,
            values,
            now: moment,
            sites: sites.map(({ site_name }) => site_name).filter(Boolean),
            passwordLabel: labels.posting_password,
            stages: statuses.stage.offered,
            hasPassword: Boolean(posting?.posting_password),
          }),
          ...(posting ? [] : [tagsField]),
        ]}
      />
    </RecordForm>
  );
}
