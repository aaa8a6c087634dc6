"use client";

import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

export type Option = string | { value: string; label: string };

type Props = FieldProps & {
  options: readonly Option[];
  /** the first entry, which means nothing chosen */
  empty?: string;
  wide?: boolean;
};

const valueIn = (option: Option) => (typeof option === "string" ? option : option.value);
const labelOf = (option: Option) => (typeof option === "string" ? option : option.label);

/** A native select. A value that is not among the options is added, so that it is not lost. */
export function SelectField(props: Props) {
  const { name, label, help, defaultValue, required, options, empty, wide } = props;
  const { id, errors, initial, control } = useField({ name, help, defaultValue, required });
  const known = initial === "" || options.some((option) => valueIn(option) === initial);
  return (
    <Field {...{ id, label, help, errors, required, wide }}>
      <select {...control} className="input select-native" defaultValue={initial}>
        {empty !== undefined && <option value="">{empty}</option>}
        {!known && <option value={initial}>{initial}</option>}
        {options.map((option) => (
          <option key={valueIn(option)} value={valueIn(option)}>
            {labelOf(option)}
          </option>
        ))}
      </select>
    </Field>
  );
}
