import { ActionForm } from "@/components/forms/action-form.tsx";
import { BeganWith } from "@/components/forms/began-with.tsx";
import { ComboField } from "@/components/forms/combo-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { opportunityFields, opportunityLimits } from "@/lib/opportunities/fields.ts";
import type { opportunityInitial } from "@/lib/opportunities/schema.ts";
import {
  opportunityLocationTypes,
  opportunityStatuses,
  opportunityStatusWords,
} from "@/lib/opportunities/values.ts";
import { employmentTypes } from "@/lib/postings/values.ts";
import { labelsOf } from "@/lib/records/derive.ts";

const labels = labelsOf(opportunityFields);

const statusOptions = [...opportunityStatuses]
  .reverse()
  .map((value) => ({ value, label: opportunityStatusWords(value).label }));

type Props = {
  formKey: string;
  action: FormAction;
  submit: string;
  /** where Cancel leads */
  back: string;
  fields: ReturnType<typeof opportunityInitial>;
  /** this moment as a date field writes it */
  now: string;
};

/** The form of an opportunity, for adding and for editing. */
export function OpportunityForm({ formKey, action, submit, back, fields, now }: Props) {
  const field = (name: keyof Props["fields"]) => ({
    name,
    label: labels[name],
    defaultValue: fields[name],
  });
  const limited = (name: keyof typeof opportunityLimits & keyof Props["fields"]) => ({
    ...field(name),
    maxLength: opportunityLimits[name],
  });
  return (
    <ActionForm
      formKey={formKey}
      action={action}
      submit={submit}
      labels={labels}
      beside={
        <LinkButton href={back} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <BeganWith marks={initialHashes(fields)} />
      <FieldGrid>
        <TextField {...limited("job_title")} required wide />
        <TextField {...limited("recruiter_name")} help="Who wrote to you." />
        <TextField {...limited("recruiter_company")} />
        <SelectField {...field("opportunity_status")} options={statusOptions} />
        <DateTimeField {...field("email_received_at")} now={now} />
        <ComboField {...limited("employment_type")} suggestions={employmentTypes} />
        <TextField {...limited("job_duration")} help="Such as 6 months." />
        <ComboField {...limited("location_type")} suggestions={opportunityLocationTypes} />
        <TextField {...limited("location_city")} />
      </FieldGrid>
      <RichText {...field("job_description")} help="What the e-mail says." />
    </ActionForm>
  );
}
