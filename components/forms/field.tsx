"use client";

import type { ReactNode } from "react";

type Props = {
  id: string;
  label: string;
  help?: string;
  errors: string[];
  required?: boolean;
  children: ReactNode;
  /** takes the whole width of a `FieldGrid` */
  wide?: boolean;
};

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
