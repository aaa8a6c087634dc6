"use client";

import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = Omit<FieldProps, "defaultValue"> & {
  defaultValue?: number | null;
  min?: number;
  max?: number;
  step?: number;
  /** a word after the number: "minutes" */
  unit?: string;
};

/** A whole number, or one in steps. */
export function NumberField(props: Props) {
  const { name, label, help, defaultValue, required, unit, ...range } = props;
  const begins = defaultValue?.toString();
  const { id, errors, initial, control } = useField({ name, help, defaultValue: begins, required });
  return (
    <Field {...{ id, help, errors, required }} label={unit ? `${label}, ${unit}` : label}>
      <input
        type="number"
        inputMode="numeric"
        {...range}
        {...control}
        className="input"
        defaultValue={initial}
      />
    </Field>
  );
}
