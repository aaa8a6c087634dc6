"use client";

import { Field, type FieldProps, useField } from "./field.tsx";

type Props = Omit<FieldProps, "defaultValue"> & {
  defaultValue?: number | null;
  min?: number;
  max?: number;
  /** a word after the number: "minutes" */
  unit?: string;
};

/** A whole number. */
export function NumberField({ label, defaultValue, unit, ...props }: Props) {
  const { field, initial, control, rest } = useField({
    ...props,
    label: unit ? `${label}, ${unit}` : label,
    defaultValue: defaultValue?.toString(),
  });
  return (
    <Field {...field}>
      <input
        type="number"
        inputMode="numeric"
        {...rest}
        {...control}
        className="input"
        defaultValue={initial}
      />
    </Field>
  );
}
