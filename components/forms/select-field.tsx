"use client";

import type { ChangeEvent } from "react";
import { Choices } from "./choices.tsx";
import { Field, type FieldProps, useField } from "./field.tsx";

type Choice = { value: string; label: string; group?: string };
export type Option = string | Choice;

type Props = FieldProps & {
  /** those of a group stand together under its name */
  options: readonly Option[];
  /** the first entry, which means nothing chosen */
  empty?: string;
  onChoose?: (value: string) => void;
};

/** A native select. A value that is not among the options is added, so that it is not lost. */
export function SelectField({ options, empty, onChoose, ...props }: Props) {
  const { field, initial, control } = useField(props);
  const choices = options.map(
    (option): Choice => (typeof option === "string" ? { value: option, label: option } : option),
  );
  const known = initial === "" || choices.some(({ value }) => value === initial);
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <Field {...field}>
      <Choices>
        <select
          {...control}
          className="input select-native"
          defaultValue={initial}
          onChange={(event: ChangeEvent<HTMLSelectElement>) => onChoose?.(event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {!known && <option value={initial}>{initial}</option>}
          {groups.map((group) => {
            const shown = choices
              .filter((choice) => choice.group === group)
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ));
            return group ? (
              <optgroup key={group} label={group}>
                {shown}
              </optgroup>
            ) : (
              shown
            );
          })}
        </select>
      </Choices>
    </Field>
  );
}
