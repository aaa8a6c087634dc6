"use client";

import { useState } from "react";
import { ChipChoice } from "@/components/forms/chip-choice.tsx";
import { useField } from "@/components/forms/field.tsx";
import { OptionalFields } from "@/components/forms/optional-fields.tsx";
import { ComboField, TextArea, TextField } from "@/components/forms/text-field.tsx";
import { useHydrated } from "@/components/ui/use-hydrated.ts";
import type { InterviewTexts } from "@/lib/interviews/form.ts";
import { interviewLengths, rounds } from "@/lib/interviews/values.ts";
import { interviewLabels } from "./field-labels.ts";
import { TimeFields } from "./time-fields.tsx";
import { WhereField } from "./where-field.tsx";
import { WithField } from "./with-field.tsx";

export type InterviewFieldsProps = {
  texts: InterviewTexts;
  /** the person's zone in words */
  zone: string;
  /** what is planned already, by day */
  busy: Record<string, string>;
  /** whether it is a new one, which takes people along; else they are on its page */
  isNew?: boolean;
};

const other = "other";
const zonesOfBrowser = () =>
  typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];

/** What the form of an interview asks for: the round, when, where, and what to prepare. */
export function InterviewFields({ texts, zone, busy, isNew }: InterviewFieldsProps) {
  // The server's list may be another one.
  const hydrated = useHydrated();
  return (
    <>
      <RoundField kind={texts.kind} />
      <TimeFields values={texts} zone={zone} busy={busy} />
      <WhereField url={texts.url} place={texts.place} />
      {isNew && <WithField label={interviewLabels.with} />}
      <OptionalFields
        fields={[
          {
            label: interviewLabels.prepare,
            names: ["prepare"],
            filled: texts.prepare !== "",
            children: (
              <TextArea
                name="prepare"
                label={interviewLabels.prepare}
                defaultValue={texts.prepare}
                rows={3}
              />
            ),
          },
          {
            label: interviewLabels.time_zone,
            names: ["time_zone"],
            filled: texts.time_zone !== "",
            children: (
              <ComboField
                name="time_zone"
                label={interviewLabels.time_zone}
                defaultValue={texts.time_zone}
                suggestions={hydrated ? zonesOfBrowser() : []}
                help="Where it takes place, if not where you are."
                limit={interviewLengths.time_zone}
              />
            ),
          },
        ]}
      />
    </>
  );
}

/** The round as chips; another one can be typed. */
function RoundField({ kind }: { kind: string }) {
  const { initial, field } = useField({
    name: "kind",
    label: interviewLabels.kind,
    defaultValue: kind,
  });
  const known = rounds.some(([value]) => value === initial);
  const [chosen, setChosen] = useState(known ? initial : initial ? other : "");
  return (
    <div className="field">
      <ChipChoice
        label={interviewLabels.kind}
        choices={[
          ...rounds.map(([value, label]) => ({ value, label })),
          { value: other, label: "Other" },
        ]}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen === other ? (
        <TextField
          name="kind"
          label="Which round"
          defaultValue={known ? "" : initial}
          limit={interviewLengths.kind}
        />
      ) : (
        <input type="hidden" name="kind" value={chosen} />
      )}
      {chosen !== other && field.errors.length > 0 && (
        <p className="field__error">{field.errors.join(" ")}</p>
      )}
    </div>
  );
}
