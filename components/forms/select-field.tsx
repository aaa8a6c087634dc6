"use client";

import { Field, type FieldProps, useField } from "./field.tsx";

export type Option = string | { value: string; label: string };

type Props = FieldProps & {
  options: readonly Option[];
  /** the first entry, which means nothing chosen */
  empty?: string;
};

/** A native select. A value that is not among the options is added, so that it is not lost. */
export function SelectField({ options, empty, ...props }: Props) {
  const { field, initial, control } = useField(props);
  const choices = options.map((option) =>
    typeof option === "string" ? { value: option, label: option } : option,
  );
  const known = initial === "" || choices.some(({ value }) => value === initial);
  return (
    <Field {...field}>
      <select {...control} className="input select-native" defaultValue={initial}>
        {empty !== undefined && <option value="">{empty}</option>}
        {!known && <option value={initial}>{initial}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
