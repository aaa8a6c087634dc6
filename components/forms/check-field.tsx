"use client";

import { FieldNotes } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = Omit<FieldProps, "defaultValue" | "required"> & { defaultChecked?: boolean };

/** A checkbox. It sends "on" or "off", so that clearing it is sent too. */
export function CheckField({ name, label, help, defaultChecked }: Props) {
  const begins = defaultChecked ? "on" : "off";
  const { id, errors, initial, control } = useField({ name, help, defaultValue: begins });
  return (
    <div className="field field--check">
      <input type="hidden" name={name} value="off" />
      <input
        type="checkbox"
        {...control}
        className="check"
        value="on"
        defaultChecked={initial === "on"}
      />
      <div>
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <FieldNotes id={id} help={help} errors={errors} />
      </div>
    </div>
  );
}
