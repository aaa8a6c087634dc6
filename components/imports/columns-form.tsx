import { ActionForm } from "@/components/forms/action-form.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";
import type { OwnedBatch } from "@/lib/imports/queries.ts";
import { targetLabels } from "@/lib/imports/vocabulary/targets.ts";
import { withDays } from "./review-words.ts";

const targets = Array.from(targetLabels, ([value, label]) => ({ value, label }));

const orders = [
  { value: "dmy", label: "Day first: 3/4 is the 3rd of April" },
  { value: "mdy", label: "Month first: 3/4 is March the 4th" },
];

type Props = { batch: OwnedBatch; action: FormAction };

/** How the columns of a file were understood, to be corrected. Those that are asked about are left out. */
export function ColumnsForm({ batch: { detected, choices, id }, action }: Props) {
  const questions = detected.questions ?? [];
  const isAsked = (at: number) =>
    questions.some(({ column, kind }) => column === at && kind !== "order");
  const columns = detected.columns
    .map((column, at) => ({ ...column, at, target: choices.columns[at] ?? "" }))
    .filter(({ at }) => !isAsked(at));
  return (
    <ActionForm formKey={`columns-${id}`} action={action} submit="Read it again" noDraft>
      <p className="dim">{source(detected)}</p>
      <div className="column-fields">
        {columns.map(({ at, name, filled, examples, target }) => (
          <SelectField
            key={`${at} ${target}`}
            name={`column_${at}`}
            label={name}
            help={filled === 0 ? "Empty" : examples.map(withDays).join(" · ")}
            empty="Keep it in the posting’s comment"
            options={targets}
            defaultValue={target}
          />
        ))}
        {choices.order && !questions.some(({ kind }) => kind === "order") && (
          <SelectField
            name="order"
            label="How your days are written"
            options={orders}
            defaultValue={choices.order}
          />
        )}
      </div>
    </ActionForm>
  );
}

const delimiters: Record<string, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

function source({ kind, sheet, encoding, delimiter, rows }: OwnedBatch["detected"]): string {
  const counted = `${formatNumber(rows)} rows`;
  if (kind === "xlsx") return `Read from the sheet “${sheet}”: ${counted}.`;
  return `Read as ${encoding} with ${delimiters[delimiter] ?? `“${delimiter}”`} between the cells: ${counted}.`;
}
