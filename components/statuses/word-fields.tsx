"use client";

import { SelectField } from "@/components/forms/select-field.tsx";
import { kindsOf, type StatusSubject, statusKinds, type WordKind } from "@/lib/statuses/values.ts";
import { kindWords } from "./kind-words.ts";

export const wordLabels = { text: "Name", label: "Name", kind: "Kind", hue: "Color" };

const kindHelp: Record<StatusSubject, string> = {
  posting: "Every count and report goes by it.",
  opportunity: "Closed and rejected ones are not open.",
  stage: "How far a posting came that reached it.",
};

type KindProps = { subject: StatusSubject; kind?: WordKind };

/** What a word counts as. */
export function KindField({ subject, kind }: KindProps) {
  return (
    <SelectField
      name="kind"
      label={wordLabels.kind}
      options={kindsOf(subject).map((value) => ({ value, label: kindWords[value] }))}
      defaultValue={kind ?? (subject === "stage" ? "interview" : "engaged")}
      help={kindHelp[subject]}
    />
  );
}

/** The color of a status; a stage has none. */
export function HueField({ subject, hue }: { subject: StatusSubject; hue?: string | null }) {
  if (subject === "stage") return null;
  return (
    <SelectField
      name="hue"
      label={wordLabels.hue}
      empty="That of its kind"
      options={statusKinds.map((value) => ({
        value,
        label: `As ${kindWords[value].toLowerCase()}`,
      }))}
      defaultValue={hue ?? ""}
    />
  );
}
