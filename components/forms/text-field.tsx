"use client";

import type { InputHTMLAttributes } from "react";
import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = FieldProps & { wide?: boolean } & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "maxLength"
    | "type"
    | "autoComplete"
    | "autoCapitalize"
    | "spellCheck"
    | "placeholder"
    | "inputMode"
    | "autoFocus"
    | "list"
  >;

/** One line of text (also `type="url"`, `"email"`, `"date"` …). */
export function TextField({ name, label, help, defaultValue, required, wide, ...rest }: Props) {
  const { id, errors, initial, control } = useField({ name, help, defaultValue, required });
  return (
    <Field {...{ id, label, help, errors, required, wide }}>
      <input type="text" {...rest} {...control} className="input" defaultValue={initial} />
    </Field>
  );
}
