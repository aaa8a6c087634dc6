"use client";

import { ChipChoice } from "@/components/forms/chip-choice.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { calendarIcon } from "@/components/ui/icons.ts";

const label = "When did they say you would hear?";

const choices = [
  { value: "", label: "No word on that" },
  { value: "2", label: "In 2 days" },
  { value: "7", label: "In a week" },
  { value: "day", label: "Pick a day", icon: calendarIcon },
];

type Props = { chosen: string; onChoose: (value: string) => void };

/** The day by which they wanted to answer, after an interview: on it one is reminded to ask. */
export function HearField({ chosen, onChoose }: Props) {
  return (
    <>
      <ChipChoice name="hear" {...{ label, choices, chosen, onChoose }} />
      {chosen === "day" && <TextField type="date" name="hear_on" label="Day" required />}
      {chosen !== "" && (
        <p className="description">A follow-up on that day reminds you to ask how it went.</p>
      )}
    </>
  );
}
