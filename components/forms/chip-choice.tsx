"use client";

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import type { IconShape } from "@/components/ui/icons.ts";

type Choice = { value: string; label: ReactNode; icon?: IconShape };

type Props = {
  /** names the field in the form; without one it is no part of what is sent */
  name?: string;
  label: string;
  choices: readonly Choice[];
  chosen: string;
  onChoose: (value: string) => void;
};

/** One of a few values, as chips: radio buttons, which arrow keys move between. */
export function ChipChoice({ name, label, choices, chosen, onChoose }: Props) {
  return (
    <fieldset className="chip-choice">
      <legend className="label">{label}</legend>
      <div className="chip-choice__chips">
        {choices.map(({ value, label: words, icon }) => (
          <label key={value} className="chip">
            <input
              type="radio"
              className="sr-only"
              name={name ?? `choice of ${label}`}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            {icon && <Icon of={icon} />}
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
