"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "./field.tsx";
import { type FieldProps, useField } from "./form-context.ts";

type Props = FieldProps & {
  /** only a day */
  day?: boolean;
  /** what a "Now" button fills in (`localInput` of this moment); none without it */
  now?: string;
};

/** A date with a time in the person's zone, as `localInput` writes it; or with `day` a date. */
export function DateTimeField({ name, label, help, defaultValue, required, day, now }: Props) {
  const { id, errors, initial, control } = useField({ name, help, defaultValue, required });
  const input = useRef<HTMLInputElement>(null);
  const fill = () => {
    if (!input.current || !now) return;
    input.current.value = now;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <Field {...{ id, label, help, errors, required }}>
      <div className="field__row">
        <input
          ref={input}
          type={day ? "date" : "datetime-local"}
          {...control}
          className="input"
          defaultValue={initial}
        />
        {now && (
          <Button onClick={fill} aria-label={`${label}: now`}>
            Now
          </Button>
        )}
      </div>
    </Field>
  );
}
