import { ActionForm } from "@/components/forms/action-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { chosenStatus } from "@/lib/imports/plan/chosen-statuses.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";
import { targetLabels } from "@/lib/imports/vocabulary/targets.ts";
import { postingStatuses, statusWords } from "@/lib/postings/values.ts";

const targets = Array.from(targetLabels, ([value, label]) => ({ value, label }));
const statuses = postingStatuses.map((value) => ({ value, label: statusWords(value).label }));

const orders = [
  { value: "dmy", label: "Day first: 3/4 is the 3rd of April" },
  { value: "mdy", label: "Month first: 3/4 is March the 4th" },
];

type Props = { batch: OwnedBatch; action: FormAction };

/** How the columns and the person's own words were understood, to be corrected. */
export function ReadingForm({ batch: { detected, choices, id }, action }: Props) {
  const columns = detected.columns.map((column, at) => ({
    ...column,
    field: `column_${at}`,
    target: choices.columns[at] ?? "",
  }));
  return (
    <ActionForm formKey={`reading-${id}`} action={action} submit="Read it again" noDraft>
      <fieldset className="reading">
        <legend>Your columns</legend>
        {columns.map(({ field, name, filled, examples, target }) => (
          <SelectField
            key={field}
            name={field}
            label={name}
            help={filled === 0 ? "Empty" : examples.join(" · ")}
            empty="Keep it in the posting’s comment"
            options={targets}
            defaultValue={target}
          />
        ))}
      </fieldset>
      {detected.open_dates > 0 && choices.order && (
        <SelectField
          name="order"
          label="How your dates are written"
          options={orders}
          defaultValue={choices.order}
        />
      )}
      {detected.words.length > 0 && (
        <fieldset className="reading">
          <legend>Your words for the status</legend>
          {detected.words.map(({ word, count, status }, at) => (
            <SelectField
              key={word}
              name={`word_${at}`}
              label={word}
              help={count === 1 ? "1 row" : `${count} rows`}
              empty="Not clear"
              options={statuses}
              defaultValue={chosenStatus(choices.statuses, word) ?? status}
            />
          ))}
        </fieldset>
      )}
    </ActionForm>
  );
}

/** Asks what the file leaves open: whether 3/4 is a day in April or in March. */
export function DateQuestion({ batch, action }: Props) {
  return (
    <ActionForm formKey={`dates-${batch.id}`} action={action} submit="Read the dates" noDraft>
      <SelectField
        name="order"
        label="How are your dates written?"
        help={`${batch.detected.open_dates} dates could be read both ways, and nothing in the file settles it.`}
        empty="Leave them open"
        options={orders}
        defaultValue={batch.choices.order ?? ""}
      />
    </ActionForm>
  );
}
