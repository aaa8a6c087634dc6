"use client";

import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = FieldProps & { rows?: number; maxLength?: number; placeholder?: string };

/** Several lines of plain text; grows with what is typed. */
export function TextArea({ name, label, help, defaultValue, required, ...rest }: Props) {
  const { id, errors, initial, control } = useField({ name, help, defaultValue, required });
  return (
    <Field {...{ id, label, help, errors, required }} wide>
      <textarea rows={4} {...rest} {...control} className="textarea" defaultValue={initial} />
    </Field>
  );
}
