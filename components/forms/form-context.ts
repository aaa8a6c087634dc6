"use client";

import { createContext, useContext } from "react";
import type { FieldErrors } from "@/lib/errors.ts";

type FormContext = {
  formKey: string;
  errors: FieldErrors;
  /** what was typed before (a kept draft, or a refused form), over the fields' own defaults */
  values: Record<string, string>;
  pending: boolean;
};

export const FormContext = createContext<FormContext>({
  formKey: "form",
  errors: {},
  values: {},
  pending: false,
});

/** The id of a field's control, for labels and for the error summary's links. */
export const fieldId = (formKey: string, name: string) => `${formKey}-${name}`;

export type FieldProps = {
  name: string;
  label: string;
  help?: string;
  defaultValue?: string | null;
  required?: boolean;
};

/** What a control needs to stand in its form: id, value to begin with, errors, and the attributes that tie them. */
export function useField({ name, help, defaultValue, required }: Omit<FieldProps, "label">) {
  const form = useContext(FormContext);
  const id = fieldId(form.formKey, name);
  const errors = form.errors[name] ?? [];
  const described = [errors.length > 0 && `${id}-error`, help && `${id}-help`].filter(Boolean);
  return {
    id,
    errors,
    initial: form.values[name] ?? defaultValue ?? "",
    /** spread onto the control */
    control: {
      id,
      name,
      required,
      "aria-required": required,
      "aria-invalid": errors.length > 0 || undefined,
      "data-invalid": errors.length > 0 || undefined,
      "aria-describedby": described.join(" ") || undefined,
    },
  };
}
