import { ActionForm } from "@/components/forms/action-form.tsx";
import { ComboField } from "@/components/forms/combo-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
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

const statusOptions = [...postingStatuses]
  .reverse()
  .map((value) => ({ value, label: statusWords(value).label }));

type Props = { row: OpportunityRow; sites: string[] };

/** Asks for what a posting needs and an opportunity does not know. */
export function TurnForm({ row, sites }: Props) {
  return (
    <ActionForm
      formKey={`turn-${row.id}`}
      action={turnIntoPosting.bind(null, row.id)}
      submit="Turn into a posting"
      labels={labels}
      noDraft
      beside={
        <LinkButton href={`/opportunities/${row.id}`} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      <FieldGrid>
        <TextField
          name="company_name"
          label={labels.company_name}
          help="Who would employ you, where you know it."
          defaultValue={row.recruiter_company}
          maxLength={postingLimits.company_name}
          required
        />
        <TextField
          name="posting_title"
          label={labels.posting_title}
          defaultValue={row.job_title}
          maxLength={postingLimits.posting_title}
          required
        />
        <SelectField
          name="posting_status"
          label={labels.posting_status}
          defaultValue="1 - Actively Engaged"
          options={statusOptions}
        />
        <ComboField
          name="site_name"
          label={labels.site_name}
          help={`A new name makes a new site; empty means “${recruitersSite}”.`}
          defaultValue={recruitersSite}
          suggestions={sites}
          maxLength={siteLimits.site_name}
        />
      </FieldGrid>
    </ActionForm>
  );
}
