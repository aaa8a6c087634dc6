"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Button, buttonClass } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { listFilterIcon } from "@/components/ui/icons.ts";
import {
  type List,
  type ListFilter,
  listAddress,
  searchFields,
} from "@/components/ui/list-address.ts";
import { withBase } from "@/lib/base-path.ts";
import { typedNumber } from "@/lib/lists/typed-number.ts";
import { type FilterField, setFields } from "./filter-field.ts";

type Props = { list: List; filter: ListFilter; fields: readonly FilterField[] };

/**
 * The filters of a list behind one button, which says how many are set: a native popover, on a phone a sheet. Each
 * choice is a new address; without scripts it is a form.
 */
export function Filters({ list, filter, fields }: Props) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const go = (change: Record<string, string>) =>
    start(() => router.push(listAddress(list, filter, change), { scroll: false }));
  // All of them: the answer to the one before may still be on its way.
  const goByForm = (form: HTMLFormElement | null) => {
    const typed = new FormData(form ?? undefined);
    go(Object.fromEntries(fields.map(({ name }) => [name, String(typed.get(name) ?? "").trim()])));
  };
  const set = setFields(fields).length;
  const kept = Object.entries(searchFields(list, filter)).filter(
    ([name]) => !fields.some((field) => field.name === name),
  );

  return (
    <>
      <button
        type="button"
        className={buttonClass({ size: "s" }, "filters__open")}
        popoverTarget="filters"
      >
        <Icon of={listFilterIcon} /> Filter
        {set > 0 && <span className="filters__count">{set}</span>}
      </button>
      <form
        id="filters"
        popover="auto"
        action={withBase(list.path)}
        className="filters"
        aria-label="Filters"
        aria-busy={pending}
      >
        <HiddenFields values={{ q: filter.q, ...Object.fromEntries(kept) }} />
        {fields.map((field) => (
          <div key={field.name} className="filters__field">
            <label htmlFor={idOf(field)}>{field.label}</label>
            <FieldInput field={field} onChange={goByForm} />
          </div>
        ))}
        <div className="filters__end">
          <Button
            onClick={() => go(Object.fromEntries(fields.map(({ name }) => [name, ""])))}
            disabled={set === 0}
          >
            Clear
          </Button>
          <Button variant="primary" popoverTarget="filters" popoverTargetAction="hide">
            Done
          </Button>
        </div>
        <noscript>
          <Button type="submit">Filter</Button>
        </noscript>
      </form>
    </>
  );
}

const idOf = ({ name }: FilterField) => `filter-${name}`;

type InputProps = { field: FilterField; onChange: (form: HTMLFormElement | null) => void };

function FieldInput({ field, onChange }: InputProps) {
  const { name, value } = field;
  if (field.kind === "choice") {
    return (
      <select
        id={idOf(field)}
        name={name}
        className="input select-native"
        key={value}
        defaultValue={value}
        onChange={({ target }) => onChange(target.form)}
      >
        <option value="">Any</option>
        {field.options.map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (field.kind === "day") {
    return (
      <input
        type="date"
        id={idOf(field)}
        name={name}
        className="input"
        key={value}
        defaultValue={value}
        onChange={({ target }) => isComplete(target.value) && onChange(target.form)}
      />
    );
  }
  return <NumberInput field={field} onChange={onChange} />;
}

type NumberProps = { field: Extract<FilterField, { kind: "number" }> } & Pick<
  InputProps,
  "onChange"
>;

/** A number as people type one: "90k" is as good. It keeps the focus while its answer comes. */
function NumberInput({ field, onChange }: NumberProps) {
  const { name, value, unit } = field;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.value = value;
  }, [value]);
  const settle = (target: HTMLInputElement) => {
    const typed = target.value.trim();
    const isNumber = typed === "" || typedNumber(typed) !== undefined;
    target.setCustomValidity(isNumber ? "" : "Enter a number, like 90000 or 90k.");
    if (!target.reportValidity() || typed === value) return;
    onChange(target.form);
  };
  return (
    <span className="filters__number">
      <input
        ref={input}
        id={idOf(field)}
        name={name}
        className="input"
        autoComplete="off"
        defaultValue={value}
        aria-describedby={`${idOf(field)}-unit`}
        onInput={({ currentTarget }) => currentTarget.setCustomValidity("")}
        onBlur={({ currentTarget }) => settle(currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          settle(event.currentTarget);
        }}
      />
      <span id={`${idOf(field)}-unit`}>{unit}</span>
    </span>
  );
}

// While a year is typed, its first digits make dates too.
const isComplete = (day: string) => day === "" || day > "1900";
