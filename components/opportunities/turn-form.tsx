import { AlreadyApplied } from "@/components/duplicates/already-applied.tsx";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { fieldProps } from "@/components/forms/record-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { statusOptions } from "@/components/ui/status-mark.tsx";
import { turnIntoPosting } from "@/lib/opportunities/actions.ts";
import type { OpportunityRow } from "@/lib/opportunities/queries.ts";
import { postingStatusOf, recruitersSite } from "@/lib/opportunities/values.ts";
import { postingLimits } from "@/lib/postings/fields.ts";
import { siteLimits } from "@/lib/sites/fields.ts";
import type { Statuses } from "@/lib/statuses/words.ts";

const labels = {
  company_name: "Hiring company",
  posting_title: "Title",
  posting_status: "Status",
  applied_at: "Applied",
  site_name: "Site",
};

type Props = {
  row: OpportunityRow;
  sites: string[];
  statuses: Statuses;
  /** this moment, as a date-time field takes it */
  now: string;
};

const notNamed = "Not named yet";

/** Asks for what a posting needs and an opportunity does not know: whom the agency hires for, and if you applied. */
export function TurnForm({ row, sites, statuses, now }: Props) {
  const agency = row.recruiter_company;
  const values = {
    posting_title: row.job_title,
    posting_status: postingStatusOf(statuses.opportunityStanding(row.opportunity_status)),
    site_name: recruitersSite,
  };
  const field = fieldProps(labels, values, { ...postingLimits, ...siteLimits });
  return (
    <ActionForm
      formKey={`turn-${row.id}`}
      action={turnIntoPosting.bind(null, row.id)}
      submit="Add to postings"
      labels={labels}
      noDraft
      typing
      cancel={`/opportunities/${row.id}`}
    >
      <FieldGrid>
        <ComboField
          {...field("company_name")}
          help={`The company ${agency ? `that ${agency} is hiring for` : "you would work for"}. If you don't know it yet, write “${notNamed}”.`}
          suggestions={[notNamed, ...(agency ? [agency] : [])]}
          required
        />
        <TextField {...field("posting_title")} required />
        <SelectField
          {...field("posting_status")}
          options={statusOptions(
            statuses.posting.offered,
            (text) => statuses.posting.words(text),
            values.posting_status,
          )}
        />
        <DateTimeField
          {...field("applied_at")}
          now={now}
          help="Leave it empty if you have not applied yet."
        />
        <ComboField
          {...field("site_name")}
          help={`A new name makes a new site. Leave it empty for “${recruitersSite}”.`}
          suggestions={sites}
        />
      </FieldGrid>
      <AlreadyApplied
        names={{ company_name: "company_name", posting_title: "posting_title" }}
        about={{ kind: "job_posting", email_opportunity_id: row.id }}
      />
    </ActionForm>
  );
}
