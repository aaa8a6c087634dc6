import { AlreadyApplied } from "@/components/duplicates/already-applied.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { fieldProps, RecordForm } from "@/components/forms/record-form.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { statusOptions } from "@/components/ui/status-mark.tsx";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { addOpportunity, editOpportunity } from "@/lib/opportunities/actions.ts";
import { opportunityFields, opportunityLimits } from "@/lib/opportunities/fields.ts";
import { opportunityKind } from "@/lib/opportunities/kind.ts";
import type { OpportunityRow } from "@/lib/opportunities/queries.ts";
import { blankOpportunity, opportunityInitial } from "@/lib/opportunities/schema.ts";
import { opportunityLocationTypes } from "@/lib/opportunities/values.ts";
import { employmentTypes } from "@/lib/postings/values.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import type { StatusSet } from "@/lib/statuses/words.ts";
import { opportunityTitle } from "./opportunity-labels.ts";

const labels = labelsOf(opportunityFields);

const compared = {
  company_name: "recruiter_company",
  hiring_company: "hiring_company",
  posting_title: "job_title",
  location_city: "location_city",
  job_description: "job_description",
};

type Props = { opportunity?: OpportunityRow; statuses: StatusSet; zone: string };

/** The page that adds an opportunity, or edits the one that is given. */
export function OpportunityForm({ opportunity, statuses, zone }: Props) {
  const values = opportunityInitial(opportunity ?? blankOpportunity(), zone);
  const field = fieldProps(labels, values, opportunityLimits);
  return (
    <RecordForm
      kind={opportunityKind}
      record={opportunity && { id: opportunity.id, title: opportunityTitle(opportunity) }}
      addTitle="Add an opportunity"
      action={opportunity ? editOpportunity.bind(null, opportunity.id) : addOpportunity}
      labels={labels}
      hashes={opportunity && initialHashes(values)}
    >
      <FieldGrid>
        <TextField {...field("job_title")} required wide />
        <TextField {...field("recruiter_name")} help="Who wrote to you." />
        <TextField {...field("recruiter_company")} />
        <SelectField
          {...field("opportunity_status")}
          options={statusOptions(
            statuses.offered,
            (text) => statuses.words(text),
            values.opportunity_status,
          )}
        />
        <DateTimeField {...field("email_received_at")} now={datetimeLocalValue(now(), zone)} />
        <DateTimeField {...field("deadline")} day help="When they want to hear from you." />
        <TextField {...field("hiring_company")} help="Whom an agency hires for." />
        <ComboField {...field("employment_type")} suggestions={employmentTypes} />
        <TextField {...field("job_duration")} help="Such as 6 months." />
        <ComboField {...field("location_type")} suggestions={opportunityLocationTypes} />
        <TextField {...field("location_city")} />
      </FieldGrid>
      <AlreadyApplied
        names={compared}
        about={{ kind: opportunityKind.name, email_opportunity_id: opportunity?.id }}
      />
      <RichText {...field("job_description")} help="What the e-mail says." />
    </RecordForm>
  );
}
