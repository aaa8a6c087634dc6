import { ActionForm } from "@/components/forms/action-form.tsx";
import { BeganWith } from "@/components/forms/began-with.tsx";
import { ComboField } from "@/components/forms/combo-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Link } from "@/components/ui/link.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { postingFields } from "@/lib/postings/fields.ts";
import type { PostingInitial } from "@/lib/postings/schema.ts";
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

type Props = {
  /** under which a draft is kept */
  formKey: string;
  action: FormAction;
  submit: string;
  back: string;
  texts: PostingInitial;
  /** the names of the person's sites */
  sites: string[];
  /** this moment, as a date-time field takes it */
  now: string;
  /** hidden fields that go along */
  along?: Record<string, string>;
  /** of what the fields begin with, where there is something to edit */
  marks?: string;
  hasPassword?: boolean;
};

const statusOptions = [...postingStatuses]
  .reverse()
  .map((value) => ({ value, label: statusWords(value).label }));

const labels = { ...labelsOf(postingFields), site_name: "Site" };

/** The form that adds or edits a posting. What is asked rarely lies under "More". */
export function PostingForm(props: Props) {
  const { texts, now, along = {} } = props;
  const field = (name: keyof PostingInitial) => ({
    name,
    label: labels[name],
    defaultValue: texts[name],
  });
  return (
    <ActionForm
      formKey={props.formKey}
      action={props.action}
      submit={props.submit}
      labels={labels}
      beside={
        <Link href={props.back} className="button button--ghost">
          Cancel
        </Link>
      }
    >
      {Object.entries(along).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.marks && <BeganWith marks={props.marks} />}
      <FieldGrid>
        <TextField {...field("company_name")} required />
        <TextField {...field("posting_title")} required />
        <SelectField {...field("posting_status")} options={statusOptions} />
        <DateTimeField {...field("applied_at")} now={now} help={appliedHelp(texts)} />
        <ComboField
          {...field("site_name")}
          suggestions={props.sites}
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
      <MoreFields texts={texts} now={now} labels={labels} hasPassword={props.hasPassword} />
    </ActionForm>
  );
}

const appliedHelp = ({ applied_at }: PostingInitial) =>
  applied_at ? undefined : "Empty means now, or not yet where the status is “Saved”.";
