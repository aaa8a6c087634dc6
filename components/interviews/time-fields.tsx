"use client";

import { useRef, useState } from "react";
import { Field, FieldNotes, useField } from "@/components/forms/field.tsx";
import { formatRelative } from "@/components/ui/format.ts";

type Props = {
  values: { day: string; from: string; to: string };
  /** the zone in words: "Berlin time" */
  zone: string;
  /** what is planned already, by day: "Screening at 10:00, Helio" */
  busy: Record<string, string>;
};

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const clockOf = (minutes: number) => {
  const within = Math.min(Math.max(minutes, 0), 1439);
  return [Math.floor(within / 60), within % 60].map((n) => String(n).padStart(2, "0")).join(":");
};

/** The day of an interview and its clocks. The end moves with the start. */
export function TimeFields({ values, zone, busy }: Props) {
  const day = useField({ name: "day", label: "Day", defaultValue: values.day, required: true });
  const from = useField({ name: "from", label: "From", defaultValue: values.from });
  const to = useField({ name: "to", label: "To", defaultValue: values.to });
  const [chosen, setChosen] = useState(day.initial);
  const end = useRef<HTMLInputElement>(null);
  const begun = useRef(from.initial);

  const moveEnd = (start: string) => {
    const box = end.current;
    if (!box || !start) return;
    const length =
      box.value && begun.current ? minutesOf(box.value) - minutesOf(begun.current) : 60;
    box.value = clockOf(minutesOf(start) + Math.max(length, 0));
    begun.current = start;
  };

  const planned = busy[chosen];
  const when = /^\d{4}-\d\d-\d\d$/.test(chosen) ? `, ${formatRelative(chosen)}` : "";
  const errors = [day, from, to].flatMap(({ field }) => field.errors);
  return (
    <div className="time-fields">
      <Field {...day.field} errors={[]} required={false}>
        <input
          type="date"
          data-autofocus
          {...day.control}
          className="input"
          defaultValue={day.initial}
          onInput={(event) => setChosen(event.currentTarget.value)}
        />
      </Field>
      <Field {...from.field} errors={[]}>
        <input
          type="time"
          {...from.control}
          className="input"
          defaultValue={from.initial}
          onChange={(event) => moveEnd(event.currentTarget.value)}
        />
      </Field>
      <Field {...to.field} errors={[]}>
        <input ref={end} type="time" {...to.control} className="input" defaultValue={to.initial} />
      </Field>
      <div className="time-fields__notes">
        <FieldNotes
          id={firstInvalid([day, from, to])}
          errors={errors}
          help={undefined}
          count={undefined}
        />
        <p className="description" role="status">
          {zone}
          {when}.{planned && ` You have ${planned} that day.`}
        </p>
      </div>
    </div>
  );
}

/** The id that the control with a fault names as its description. */
const firstInvalid = (fields: ReturnType<typeof useField>[]) =>
  (fields.find(({ field }) => field.errors.length > 0) ?? fields[0])?.field.id ?? "";
