"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field, type FieldProps, useField } from "./field.tsx";

type Props = FieldProps & {
  /** only a day */
  day?: boolean;
  /** what a "Now" button fills in (`datetimeLocalValue` of this moment); none without it */
  now?: string;
  /** what it means where nothing is filled in: "Today" */
  whenEmpty?: string;
};

/**
 * A date with a time in the person's zone, as `datetimeLocalValue` writes it; or with `day` a date. What was given
 * without a time is asked for without one, until a time is added.
 */
export function DateTimeField({ day, now, whenEmpty, ...props }: Props) {
  const { field, initial, control } = useField(props);
  const input = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(initial === "");
  const [type, setType] = useState(day || isDay(initial) ? "date" : "datetime-local");
  const fill = (value: string) => {
    if (!input.current) return;
    setType("datetime-local");
    input.current.type = "datetime-local";
    input.current.value = value;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const emptyId = `${field.id}-empty`;
  const described = [control["aria-describedby"], whenEmpty && empty && emptyId];
  return (
    <Field {...field}>
      <div className="field__row">
        <span className="when-empty" data-empty={(whenEmpty && empty) || undefined}>
          <input
            ref={input}
            type={type}
            {...control}
            aria-describedby={described.filter(Boolean).join(" ") || undefined}
            className="input"
            defaultValue={initial}
            onInput={(event) => setEmpty(event.currentTarget.value === "")}
          />
          {whenEmpty && empty && <span id={emptyId}>{whenEmpty}</span>}
        </span>
        {now && (
          <Button onClick={() => fill(now)} aria-label={`${field.label}: now`}>
            Now
          </Button>
        )}
        {!day && type === "date" && !empty && (
          <Button
            onClick={() => fill(`${input.current?.value}T12:00`)}
            aria-label={`${field.label}: add a time`}
          >
            Add time
          </Button>
        )}
      </div>
    </Field>
  );
}

const isDay = (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
