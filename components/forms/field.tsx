"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { formatNumber, pluralize } from "@/components/ui/format.ts";
import type { FieldErrors } from "@/lib/errors.ts";
import { fieldId } from "./field-id.ts";

type FormContext = {
  formKey: string;
  errors: FieldErrors;
  /** what was typed before (a kept draft, or a refused form), over the fields' own defaults */
  values: Record<string, string>;
};

export const FormContext = createContext<FormContext>({ formKey: "form", errors: {}, values: {} });

export type FieldProps = {
  name: string;
  label: string;
  help?: string;
  defaultValue?: string | null;
  required?: boolean;
  /** takes the whole width of a `FieldGrid` */
  wide?: boolean;
  /** longest length in code points: it is counted near the end, and nothing is cut off */
  limit?: number;
};

/** What a field needs to stand in its form: its initial value, and the props of its `Field` and its control. */
export function useField<Props extends FieldProps>(props: Props) {
  const { name, label, help, defaultValue, required, wide, limit, ...rest } = props;
  const form = useContext(FormContext);
  const id = fieldId(form.formKey, name);
  const errors = form.errors[name] ?? [];
  const invalid = errors.length > 0;
  const initial = form.values[name] ?? defaultValue ?? "";
  const [text, setText] = useState(initial);
  const count = limit === undefined ? undefined : countWords(text, limit);
  const described = [invalid && `${id}-error`, count && `${id}-count`, help && `${id}-help`].filter(
    Boolean,
  );
  return {
    initial,
    field: { id, label, help, errors, required, wide, count },
    /** spread onto the control */
    control: {
      id,
      name,
      required,
      "aria-required": required,
      "aria-invalid": invalid || undefined,
      "data-invalid": invalid || undefined,
      "aria-describedby": described.join(" ") || undefined,
      ...(limit !== undefined && {
        onInput: (event: { currentTarget: { value: string } }) =>
          setText(event.currentTarget.value),
      }),
    },
    /** the props that are the control's own */
    rest,
  };
}

/** How much room is left, where it gets narrow. */
function countWords(text: string, limit: number): string | undefined {
  const left = limit - [...text.trim()].length;
  if (left < 0) return `${formatNumber(-left)} too many. ${formatNumber(limit)} characters fit.`;
  return limit >= 30 && left < limit / 10 ? `${pluralize(left, "character")} left` : undefined;
}

type Props = ReturnType<typeof useField>["field"] & { children: ReactNode };

/** Label above, help below, errors in their place. Every field wears it. */
export function Field({ id, label, required, children, wide, ...notes }: Props) {
  return (
    <div className={wide ? "field field--wide" : "field"}>
      <label className="label" htmlFor={id}>
        {label}
        {required && <span className="field__required"> (required)</span>}
      </label>
      {children}
      <FieldNotes id={id} {...notes} />
    </div>
  );
}

type NotesProps = Pick<Props, "id" | "help" | "errors" | "count">;

/** The errors, the room left and the help of a control, under the ids that it names. */
export function FieldNotes({ id, help, errors, count }: NotesProps) {
  return (
    <>
      {errors.length > 0 && (
        <p className="field__error" id={`${id}-error`}>
          {errors.join(" ")}
        </p>
      )}
      {count && (
        <p className="field__count" id={`${id}-count`} role="status">
          {count}
        </p>
      )}
      {help && (
        <p className="description" id={`${id}-help`}>
          {help}
        </p>
      )}
    </>
  );
}
