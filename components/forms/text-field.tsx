"use client";

import type { InputHTMLAttributes } from "react";
import { Choices } from "./choices.tsx";
import { Field, type FieldProps, useField } from "./field.tsx";

type TextFieldProps = FieldProps &
  Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "type"
    | "autoComplete"
    | "autoCapitalize"
    | "spellCheck"
    | "inputMode"
    | "autoFocus"
    | "min"
    | "max"
  >;

/** One line of text (also `type="url"`, `"email"` …). */
export function TextField(props: TextFieldProps) {
  const { field, initial, control, rest } = useField(props);
  return (
    <Field {...field}>
      <input type="text" {...rest} {...control} className="input" defaultValue={initial} />
    </Field>
  );
}

type NumberFieldProps = Omit<TextFieldProps, "defaultValue"> & {
  defaultValue?: number | null;
  /** a word after the label: "minutes" */
  unit?: string;
};

/** A whole number. */
export function NumberField({ label, unit, defaultValue, ...props }: NumberFieldProps) {
  return (
    <TextField
      {...props}
      type="number"
      inputMode="numeric"
      label={unit ? `${label}, ${unit}` : label}
      defaultValue={defaultValue?.toString()}
    />
  );
}

type ComboFieldProps = FieldProps & { suggestions: readonly string[] };

/** A text with suggestions; any other text is as good. */
export function ComboField({ suggestions, ...props }: ComboFieldProps) {
  const { field, initial, control, rest } = useField(props);
  const listId = `${field.id}-list`;
  return (
    <Field {...field}>
      <Choices>
        <input
          type="text"
          {...rest}
          {...control}
          className="input"
          list={listId}
          defaultValue={initial}
          autoComplete="off"
        />
      </Choices>
      <datalist id={listId}>
        {suggestions.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </Field>
  );
}

/** Several lines of plain text; grows with what is typed. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const { field, initial, control, rest } = useField({ ...props, wide: true });
  return (
    <Field {...field}>
      <textarea rows={4} {...rest} {...control} className="textarea" defaultValue={initial} />
    </Field>
  );
}
