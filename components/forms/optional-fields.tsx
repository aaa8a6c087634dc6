"use client";

import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon, xIcon } from "@/components/ui/icons.ts";
import { placeCaret } from "./caret.ts";
import { FormContext } from "./field.tsx";

export type OptionalField = {
  /** the word of its button */
  label: string;
  /** the names of the fields that it opens */
  names: readonly string[];
  /** it begins with something in it */
  filled: boolean;
  children: ReactNode;
};

/**
 * Fields that a form asks for only when their button is pressed. Those with something in them are open from the
 * beginning; one that is closed keeps what was typed, and its button says it.
 */
export function OptionalFields({ fields }: { fields: OptionalField[] }) {
  const { errors, values } = useContext(FormContext);
  const [turned, setTurned] = useState<Record<string, boolean>>({});
  const [kept, setKept] = useState<Record<string, string>>({});
  const box = useRef<HTMLDivElement>(null);
  const focusOn = useRef<string>(undefined);

  const find = (part: "field" | "chip", label: string) =>
    box.current?.querySelector<HTMLElement>(`[data-${part}="${CSS.escape(label)}"]`);

  useEffect(() => {
    const label = focusOn.current;
    focusOn.current = undefined;
    if (label === undefined) return;
    const field = turned[label] && find("field", label);
    if (field) placeCaret(field);
    else find("chip", label)?.focus();
  });

  const isOpen = ({ label, names, filled }: OptionalField) =>
    names.some((name) => errors[name]) ||
    (turned[label] ?? (filled || names.some((name) => values[name])));

  const turn = (label: string, open: boolean) => {
    const field = find("field", label);
    if (!open && field) setKept({ ...kept, [label]: textIn(field) });
    focusOn.current = label;
    setTurned({ ...turned, [label]: open });
  };
  const openAll = () => {
    focusOn.current = fields.find((field) => !isOpen(field))?.label;
    setTurned(Object.fromEntries(fields.map(({ label }) => [label, true])));
  };

  const closed = fields.filter((field) => !isOpen(field));
  return (
    <div ref={box} className="optional-fields">
      <div className="field-grid__fields">
        {fields.map((field) => {
          const { label, children } = field;
          const open = isOpen(field);
          if (!open && turned[label] === undefined) {
            // Without script every field is there.
            return <noscript key={label}>{children}</noscript>;
          }
          return (
            <div key={label} className="optional-field" data-field={label} hidden={!open}>
              {children}
              <Button
                icon
                variant="quiet"
                className="optional-field__close"
                onClick={() => turn(label, false)}
              >
                <span className="sr-only">Close “{label}”</span>
                <Icon of={xIcon} />
              </Button>
            </div>
          );
        })}
      </div>
      {closed.length > 0 && (
        <fieldset className="optional-fields__more" aria-label="More fields">
          {closed.map(({ label }) => (
            <button
              key={label}
              type="button"
              className="chip"
              data-chip={label}
              onClick={() => turn(label, true)}
            >
              <Icon of={plusIcon} />
              {label}
              {kept[label] && <span className="chip__kept">{kept[label]}</span>}
            </button>
          ))}
          {closed.length > 1 && (
            <Button variant="quiet" size="s" onClick={openAll}>
              All fields
            </Button>
          )}
        </fieldset>
      )}
    </div>
  );
}

/** What is typed inside, in a line; a password only as dots. */
function textIn(field: Element): string {
  const controls = [...field.querySelectorAll("input, textarea")];
  const texts = controls.map((control) => {
    if (!(control instanceof HTMLInputElement)) {
      const page = field.querySelector("[contenteditable=true]");
      return (page ?? control).textContent || ("value" in control ? String(control.value) : "");
    }
    if (control.type === "password") return "•".repeat(Math.min(control.value.length, 8));
    if (["hidden", "checkbox", "radio"].includes(control.type)) return "";
    return control.value;
  });
  return texts
    .map((text) => text.trim())
    .filter(Boolean)
    .join(", ")
    .slice(0, 80);
}
