import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { fieldProps, RecordForm } from "@/components/forms/record-form.tsx";
import { NumberField, TextField } from "@/components/forms/text-field.tsx";
import { editFollowUp } from "@/lib/follow-ups/actions.ts";
import { followUpFields, followUpLimits } from "@/lib/follow-ups/fields.ts";
import { followUpKind } from "@/lib/follow-ups/kind.ts";
import type { FollowUpRow } from "@/lib/follow-ups/queries.ts";
import { followUpInitial } from "@/lib/follow-ups/schema.ts";
import { maxRepeatDays } from "@/lib/follow-ups/values.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import { WhenFields } from "./when-fields.tsx";

const labels = {
  ...labelsOf(followUpFields),
  when: "When, in words",
  due_on: "Day",
  due_time: "Time",
};

/** The page that edits a follow-up. */
export function FollowUpForm({ row, zone }: { row: FollowUpRow; zone: string }) {
  const values = followUpInitial(row, zone);
  const field = fieldProps(labels, values, followUpLimits);
  return (
    <RecordForm
      kind={followUpKind}
      record={{ id: row.id, title: row.what }}
      addTitle=""
      action={editFollowUp.bind(null, row.id)}
      labels={labels}
      hashes={initialHashes(values)}
    >
      <FieldGrid>
        <TextField {...field("what")} required wide />
        <WhenFields labels={labels} values={values} required={false} />
        <NumberField
          {...field("repeat_days")}
          defaultValue={row.repeat_days}
          unit="days"
          min={1}
          max={maxRepeatDays}
          help="Once it is done, it comes again so many days later."
        />
      </FieldGrid>
    </RecordForm>
  );
}
