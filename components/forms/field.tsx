"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FieldErrors } from "@/lib/errors.ts";

type FormContext = {
  formKey: string;
  errors: FieldErrors;
  /** what was typed before (a kept draft, or a refused form), over the fields' own defaults */
  values: Record<string, string>;
};

export const FormContext = createContext<FormContext>({ formKey: "form", errors: {}, values: {} });

/** The id of a field's control, for labels and for the error summary's links. */
export const fieldId = (formKey: string, name: string) => `${formKey}-${name}`;

export type FieldProps = {
  name: string;
  label: string;
  help?: string;
  defaultValue?: string | null;
  required?: boolean;
  /** takes the whole width of a `FieldGrid` */
  wide?: boolean;
};

/** What a field needs to stand in its form: its initial value, and the props of its `Field` and its control. */
export function useField<Props extends FieldProps>(props: Props) {
  const { name, label, help, defaultValue, required, wide, ...rest } = props;
  const form = useContext(FormContext);
  const id = fieldId(form.formKey, name);
  const errors = form.errors[name] ?? [];
  const invalid = errors.length > 0;
  const described = [invalid && `${id}-error`, help && `${id}-help`].filter(Boolean);
  return {
    initial: form.values[name] ?? defaultValue ?? "",
    field: { id, label, help, errors, required, wide },
    /** spread onto the control */
    control: {
      id,
      name,
      required,
      "aria-required": required,
      "aria-invalid": invalid || undefined,
      "data-invalid": invalid || undefined,
      "aria-describedby": described.join(" ") || undefined,
    },
    /** the props that are the control's own */
    rest,
  };
}

type Props = ReturnType<typeof useField>["field"] & { children: ReactNode };

/** Label above, help below, errors in their place. Every field wears it. */
export function Field({ id, label, help, errors, required, children, wide }: Props) {
  return (
    <div className={wide ? "field field--wide" : "field"}>
      <label className="label" htmlFor={id}>
        {label}
        {required && <span className="field__required"> (needed)</span>}
      </label>
      {children}
      <FieldNotes id={id} help={help} errors={errors} />
    </div>
  );
}

/** The errors and the help of a control, under the ids that it names. */
export function FieldNotes({ id, help, errors }: Pick<Props, "id" | "help" | "errors">) {
  return (
    <>
      {errors.length > 0 && (
        <p className="field__error" id={`${id}-error`}>
          {errors.join(" ")}
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
