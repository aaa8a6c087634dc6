"use client";

import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = FieldProps & { suggestions: readonly string[]; maxLength?: number; wide?: boolean };

/** A text with suggestions; any other text is as good. */
export function ComboField(props: Props) {
  const { name, label, help, defaultValue, required, suggestions, maxLength, wide } = props;
  const { id, errors, initial, control } = useField({ name, help, defaultValue, required });
  return (
    <Field {...{ id, label, help, errors, required, wide }}>
      <input
        type="text"
        {...control}
        className="input"
        list={`${id}-list`}
        maxLength={maxLength}
        defaultValue={initial}
        autoComplete="off"
      />
      <datalist id={`${id}-list`}>
        {suggestions.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </Field>
  );
}
