"use client";

import { useState } from "react";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import type { FieldProps } from "@/components/forms/field.tsx";
import { type Option, SelectField } from "@/components/forms/select-field.tsx";
import { savedStatus } from "@/lib/postings/values.ts";

type Props = { status: FieldProps; options: Option[]; applied: FieldProps; now: string };

/** How a posting stands and when one applied. A new one without a day was sent today, or not yet where it is saved. */
export function AppliedFields({ status, options, applied, now }: Props) {
  const [chosen, setChosen] = useState(status.defaultValue);
  const isStored = Boolean(applied.defaultValue);
  return (
    <>
      <SelectField {...status} options={options} onChoose={setChosen} />
      {isStored ? (
        <DateTimeField {...applied} now={now} />
      ) : (
        <DateTimeField {...applied} whenEmpty={chosen === savedStatus ? "Not yet" : "Today"} />
      )}
    </>
  );
}
