import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { fieldProps, RecordForm } from "@/components/forms/record-form.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { statusOptions } from "@/components/ui/status-mark.tsx";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { addPosting, editPosting } from "@/lib/postings/actions.ts";
import { postingFields } from "@/lib/postings/fields.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import type { PostingRow } from "@/lib/postings/queries.ts";
import { type PostingInitial, postingInitial, postingStored } from "@/lib/postings/schema.ts";
import {
  appliedThrough,
  directSite,
  employmentTypes,
  locationTypes,
  postingStatuses,
  statusWords,
} from "@/lib/postings/values.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import { MoreFields } from "./more-fields.tsx";
import { postingTitle } from "./posting-labels.ts";

const labels = { ...labelsOf(postingFields), site_name: "Site" };

type Site = { id: number; site_name: string };

type Props = {
  posting?: PostingRow;
  /** the site that it belongs to, or is added from */
  site?: Site;
  sites: Site[];
  zone: string;
};

/** The page that adds a posting, or edits the one that is given. What is asked rarely lies under "More". */
export function PostingForm({ posting, site, sites, zone }: Props) {
  const siteName = site?.site_name ?? "";
  const values = postingInitial(posting ?? {}, siteName, zone);
  const field = fieldProps(labels, values);
  const moment = datetimeLocalValue(now(), zone);
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
      note={!posting && <p>A company and a title are enough; the rest can follow.</p>}
      action={posting ? editPosting.bind(null, posting.id) : addPosting}
      labels={labels}
      hashes={posting && initialHashes(postingStored(posting, siteName, zone))}
      formKey={from && `posting-new-${from.id}`}
      cancel={from && `/sites/${from.id}`}
    >
      {from && <HiddenFields values={{ job_site_id: String(from.id) }} />}
      <FieldGrid>
        <TextField {...field("company_name")} required />
        <TextField {...field("posting_title")} required />
        <SelectField
          {...field("posting_status")}
          options={statusOptions(postingStatuses, statusWords)}
        />
        <DateTimeField {...field("applied_at")} now={moment} help={appliedHelp(values)} />
        <ComboField
          {...field("site_name")}
          suggestions={sites.map(({ site_name }) => site_name).filter(Boolean)}
          help={`Where you found it. A new name makes a new site; empty means “${directSite}”.`}
        />
        <ComboField {...field("posting_url_domain")} suggestions={appliedThrough} />
        <TextField {...field("posting_url_full")} type="url" inputMode="url" wide />
        <ComboField {...field("location_type")} suggestions={locationTypes} />
        <TextField {...field("location_city")} />
        <TextField {...field("pay_range")} />
        <ComboField {...field("employment_type")} suggestions={employmentTypes} />
      </FieldGrid>
      <RichText {...field("job_description")} help="The text of the posting, since pages vanish." />
      <MoreFields
        texts={values}
        now={moment}
        labels={labels}
        hasPassword={Boolean(posting?.posting_password)}
      />
    </RecordForm>
  );
}

const appliedHelp = ({ applied_at }: PostingInitial) =>
  applied_at ? undefined : "Empty means now, or not yet where the status is “Saved”.";
