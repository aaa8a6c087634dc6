"use client";

import { useRef, useState } from "react";
import type { ReadField, ReadName } from "@/lib/capture/read-answer.ts";
import { appliedThrough, employmentTypes, locationTypes } from "@/lib/postings/values.ts";
import { Choices } from "../forms/choices.tsx";
import { FieldNotes, useField } from "../forms/field.tsx";
import { Button } from "../ui/button.tsx";
import { ReadFrom } from "./read-from.tsx";

export type Suggestions = Partial<Record<ReadName, readonly string[]>>;
export type Limits = Partial<Record<ReadName, number>>;

export const labels: Record<ReadName, string> = {
  company_name: "Company",
  posting_title: "Title",
  pay_range: "Pay",
  employment_type: "Employment",
  location_type: "Place",
  location_city: "City",
  technology_string: "Technology",
  deadline: "Closes",
  posting_url_domain: "Applied through",
  site_name: "Site",
  contact_person: "Contact",
  hiring_company: "Hiring company",
  posting_url_full: "Link",
};

const usual: Suggestions = {
  employment_type: employmentTypes,
  location_type: locationTypes,
  posting_url_domain: appliedThrough,
};

const placeholders: Partial<Record<ReadName, string>> = {
  location_type: "Remote, hybrid or on site",
  location_city: "City",
  contact_person: "Add a name",
};

type Props = {
  /** the field, and what stands below it */
  names: readonly ReadName[];
  fields: Record<ReadName, ReadField>;
  suggestions: Suggestions;
  /** the longest text of each, in characters */
  limits: Limits;
  onType?: (value: string) => void;
};

/** A field that was read: its value, where it is from, and why it is to be checked. Remote or not stands with the city. */
export function ReadRow({ names: parts, fields, suggestions, limits, onType }: Props) {
  const name = parts[0] ?? "company_name";
  const row = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Partial<Record<string, string>>>({});
  const doubtful = parts.find((part) => fields[part].why);
  const changed = parts.find(
    (part) => typed[part] !== undefined && typed[part] !== fields[part].value,
  );
  const found = parts.find((part) => fields[part].value) ?? name;

  const fill = (part: ReadName, value: string) => {
    const field = row.current?.querySelector<HTMLInputElement>(`input[name=${part}]`);
    if (!field) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const { why, choices = [] } = fields[doubtful ?? name];
  const now = doubtful && (typed[doubtful] ?? fields[doubtful].value);
  return (
    <div
      ref={row}
      className="read-row"
      data-doubtful={doubtful ? true : undefined}
      onInput={({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        setTyped({ ...typed, [target.name]: target.value });
        onType?.(target.value);
      }}
    >
      {parts.map((part) => (
        <ReadInput
          key={part}
          name={part}
          isSecond={part !== parts[0]}
          fields={fields}
          suggestions={{ ...usual, ...suggestions }}
          limits={limits}
        />
      ))}
      <div className="read-row__from">
        {changed ? (
          <>
            <span>changed by you</span>
            <button
              type="button"
              className="link"
              onClick={() => fill(changed, fields[changed].value)}
            >
              Put back<span className="sr-only"> {labels[changed]}</span>
            </button>
          </>
        ) : (
          <ReadFrom field={fields[doubtful ?? found]} />
        )}
      </div>
      {doubtful && (
        <div className="read-row__why" id={`why-${name}`}>
          <p>{why}</p>
          {choices.length > 0 && (
            <fieldset className="read-row__choices" aria-label={`${labels[name]}: choices`}>
              {choices.map(({ value, label }) => (
                <Button
                  key={value}
                  size="s"
                  className="read-choice"
                  aria-pressed={now === value}
                  onClick={() => fill(doubtful, value)}
                >
                  {label}
                </Button>
              ))}
            </fieldset>
          )}
        </div>
      )}
    </div>
  );
}

type InputProps = Omit<Props, "names" | "onType"> & { name: ReadName; isSecond: boolean };

function ReadInput({ name, fields, suggestions, limits, isSecond }: InputProps) {
  const isRequired = name === "company_name" || name === "posting_title";
  const { value, why } = fields[name];
  const { field, initial, control } = useField({
    name,
    label: labels[name],
    defaultValue: value,
    limit: limits[name],
    required: isRequired,
  });
  const list = suggestions[name];
  const listId = `${field.id}-list`;
  const input = (
    <input
      type={name === "deadline" ? "date" : "text"}
      {...control}
      aria-describedby={
        [control["aria-describedby"], why && `why-${name}`].filter(Boolean).join(" ") || undefined
      }
      className="input"
      placeholder={placeholders[name]}
      list={list && listId}
      defaultValue={initial}
      autoComplete="off"
    />
  );
  return (
    <>
      <label htmlFor={field.id} className={isSecond ? "sr-only" : "read-row__label"}>
        {field.label}
      </label>
      <div className={`read-row__input read-row__input--${name}`}>
        {list ? <Choices>{input}</Choices> : input}
        {list && (
          <datalist id={listId}>
            {list.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        )}
        <FieldNotes {...field} />
      </div>
    </>
  );
}
