import { ActionForm } from "@/components/forms/action-form.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { fieldProps } from "@/components/forms/record-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { statusOptions } from "@/components/ui/status-mark.tsx";
import { turnIntoPosting } from "@/lib/opportunities/actions.ts";
import type { OpportunityRow } from "@/lib/opportunities/queries.ts";
import { recruitersSite } from "@/lib/opportunities/values.ts";
import { postingLimits } from "@/lib/postings/fields.ts";
import { postingStatuses, statusWords } from "@/lib/postings/values.ts";
import { siteLimits } from "@/lib/sites/fields.ts";

const labels = {
  company_name: "Company",
  posting_title: "Title",
  posting_status: "Status",
  site_name: "Site",
};

type Props = { row: OpportunityRow; sites: string[] };

/** Asks for what a posting needs and an opportunity does not know. */
export function TurnForm({ row, sites }: Props) {
  const values = {
    company_name: row.recruiter_company,
    posting_title: row.job_title,
    posting_status: "1 - Actively Engaged",
    site_name: recruitersSite,
  };
  const field = fieldProps(labels, values, { ...postingLimits, ...siteLimits });
  return (
    <ActionForm
      formKey={`turn-${row.id}`}
      action={turnIntoPosting.bind(null, row.id)}
      submit="Turn into a posting"
      labels={labels}
      noDraft
      typing
      cancel={`/opportunities/${row.id}`}
    >
      <FieldGrid>
        <TextField
          {...field("company_name")}
          help="Who would employ you, where you know it."
          required
        />
        <TextField {...field("posting_title")} required />
        <SelectField
          {...field("posting_status")}
          options={statusOptions(postingStatuses, statusWords)}
        />
        <ComboField
          {...field("site_name")}
          help={`A new name makes a new site; empty means “${recruitersSite}”.`}
          suggestions={sites}
        />
      </FieldGrid>
    </ActionForm>
  );
}
