"use client";

import { useState } from "react";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import type { FieldProps } from "@/components/forms/field.tsx";
import { type Option, SelectField } from "@/components/forms/select-field.tsx";

type Props = { status: FieldProps; options: Option[]; applied: FieldProps; now: string } & {
  /** the statuses of what is not applied to yet */
  saved: readonly string[];
};

/** How a posting stands and when one applied. A new one without a day was sent today, or not yet where it is saved. */
export function AppliedFields({ status, options, saved, applied, now }: Props) {
  const [chosen, setChosen] = useState(status.defaultValue);
  const isStored = Boolean(applied.defaultValue);
  return (
    <>
      <SelectField {...status} options={options} onChoose={setChosen} />
      {isStored ? (
        <DateTimeField {...applied} now={now} />
      ) : (
        <DateTimeField
          {...applied}
          whenEmpty={saved.includes(chosen ?? "") ? "Not yet" : "Today"}
        />
      )}
    </>
  );
}
