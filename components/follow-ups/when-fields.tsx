"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Field, useField } from "@/components/forms/field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { maxWhenLength } from "@/lib/follow-ups/values.ts";
import { type Understood, useWhen } from "./use-when.ts";

type Props = {
  labels: { when: string; due_on: string; due_time: string };
  values?: { due_on?: string; due_time?: string };
  /** the words that it begins with */
  when?: string;
  /** one must be given */
  required?: boolean;
};

/**
 * When: words, and a day with a time that they fill in as soon as they are understood. What is filled in by hand
 * counts instead of the words.
 */
export function WhenFields({ labels, values = {}, when = "", required = true }: Props) {
  const fields = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(when);
  const understood = useWhen(words);

  const input = (name: string) =>
    fields.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  useEffect(() => {
    if (!understood || "fault" in understood) return;
    const set = (name: string, value: string) => {
      const field = fields.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (field) field.value = value;
    };
    set("due_on", understood.due_on);
    set("due_time", understood.due_time);
  }, [understood]);

  const onInput = ({ target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "when") return setWords(target.value);
    setWords("");
    const typed = input("when");
    if (typed) typed.value = "";
  };

  return (
    <div ref={fields} className="when" onInput={onInput}>
      <WhenWords label={labels.when} {...{ when, required, understood }} />
      <div className="when__exact">
        <TextField name="due_on" label={labels.due_on} type="date" defaultValue={values.due_on} />
        <TextField
          name="due_time"
          label={labels.due_time}
          type="time"
          defaultValue={values.due_time}
        />
      </div>
    </div>
  );
}

type WordsProps = { label: string; when: string; required: boolean; understood?: Understood };

function WhenWords({ label, when, required, understood }: WordsProps) {
  const { field, initial, control } = useField({
    name: "when",
    label,
    required,
    defaultValue: when,
  });
  const said = `${field.id}-said`;
  return (
    <Field {...field}>
      <input
        type="text"
        {...control}
        className="input"
        maxLength={maxWhenLength}
        placeholder="in 3 days, next Tuesday, 15 Dec 9:30"
        autoComplete="off"
        defaultValue={initial}
        aria-describedby={[control["aria-describedby"], said].filter(Boolean).join(" ")}
      />
      <p id={said} role="status" className="when__said">
        {understood && ("fault" in understood ? understood.fault : understood.words)}
      </p>
    </Field>
  );
}
