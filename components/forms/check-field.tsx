"use client";

import { FieldNotes, type FieldProps, useField } from "./field.tsx";

type Props = Pick<FieldProps, "name" | "label" | "help"> & { defaultChecked?: boolean };

/** A checkbox. It sends "on" or "off", so that clearing it is sent too. */
export function CheckField({ defaultChecked, ...props }: Props) {
  const defaultValue = defaultChecked ? "on" : "off";
  const { field, initial, control } = useField({ ...props, defaultValue });
  return (
    <div className="field field--check">
      <input type="hidden" name={props.name} value="off" />
      <input
        type="checkbox"
        {...control}
        className="check"
        value="on"
        defaultChecked={initial === "on"}
      />
      <div>
        <label className="label" htmlFor={field.id}>
          {field.label}
        </label>
        <FieldNotes {...field} />
      </div>
    </div>
  );
}
