import { ActionForm } from "@/components/forms/action-form.tsx";
import { BeganWith } from "@/components/forms/began-with.tsx";
import { ComboField } from "@/components/forms/combo-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import type { FormAction } from "@/lib/forms/form-action.ts";
import { marksOf } from "@/lib/forms/initial-values.ts";
import type { opportunityFields } from "@/lib/opportunities/schema.ts";
import {
  opportunityLimits,
  opportunityLocationTypes,
  opportunityStatuses,
  opportunityStatusWords,
} from "@/lib/opportunities/values.ts";
import { employmentTypes } from "@/lib/postings/values.ts";

const labels = {
  job_title: "Title",
  opportunity_status: "Status",
  recruiter_name: "Recruiter",
  recruiter_company: "Recruiter’s company",
  email_received_at: "Received",
  employment_type: "Employment",
  job_duration: "Duration",
  location_type: "Place",
  location_city: "City",
  job_description: "Description",
};

const statusOptions = [...opportunityStatuses]
  .reverse()
  .map((value) => ({ value, label: opportunityStatusWords(value).label }));

type Props = {
  formKey: string;
  action: FormAction;
  submit: string;
  /** where Cancel leads */
  back: string;
  fields: ReturnType<typeof opportunityFields>;
  /** this moment as a date field writes it */
  now: string;
};

/** The form of an opportunity, for adding and for editing. */
export function OpportunityForm({ formKey, action, submit, back, fields, now }: Props) {
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    defaultValue: fields[name],
  });
  const limited = (name: keyof typeof opportunityLimits) => ({
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
      <BeganWith marks={marksOf(fields)} />
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
