"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field, type FieldProps, useField } from "./field.tsx";

type Props = FieldProps & {
  /** only a day */
  day?: boolean;
  /** what a "Now" button fills in (`datetimeLocalValue` of this moment); none without it */
  now?: string;
};

/** A date with a time in the person's zone, as `datetimeLocalValue` writes it; or with `day` a date. */
export function DateTimeField({ day, now, ...props }: Props) {
  const { field, initial, control } = useField(props);
  const input = useRef<HTMLInputElement>(null);
  const fill = () => {
    if (!input.current || !now) return;
    input.current.value = now;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <Field {...field}>
      <div className="field__row">
        <input
          ref={input}
          type={day ? "date" : "datetime-local"}
          {...control}
          className="input"
          defaultValue={initial}
        />
        {now && (
          <Button onClick={fill} aria-label={`${field.label}: now`}>
            Now
          </Button>
        )}
      </div>
    </Field>
  );
}
