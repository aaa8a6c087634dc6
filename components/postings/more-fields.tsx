"use client";

import { useContext } from "react";
import { CheckField } from "@/components/forms/check-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FormContext } from "@/components/forms/field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { ComboField, NumberField, TextArea, TextField } from "@/components/forms/text-field.tsx";
import type { PostingInitial } from "@/lib/postings/schema.ts";
import { contactMethods, stages } from "@/lib/postings/values.ts";

type Props = {
  texts: PostingInitial;
  labels: Record<keyof PostingInitial | "posting_password", string>;
  now: string;
  hasPassword?: boolean;
};

/** The fields that are asked rarely; open where one of them has an error. */
export function MoreFields({ texts, labels, now, hasPassword }: Props) {
  const { errors } = useContext(FormContext);
  const names: string[] = ["time_spent", "posting_password"];
  const field = (name: keyof PostingInitial) => {
    names.push(name);
    return { name, label: labels[name], defaultValue: texts[name] };
  };
  const fields = (
    <FieldGrid>
      <ComboField
        {...field("rejected_after_stage")}
        suggestions={stages}
        help="The furthest that it got."
      />
      <DateTimeField {...field("interviewed_at")} now={now} />
      <DateTimeField {...field("rejected_at")} now={now} />
      <NumberField
        name="time_spent"
        label={labels.time_spent}
        unit="minutes"
        min={0}
        defaultValue={texts.time_spent === "" ? null : Number(texts.time_spent)}
      />
      <TextField {...field("technology_string")} wide help="In the posting’s own words." />
      <TextArea {...field("technology_stack")} rows={3} />
      <TextArea {...field("posting_application_questions")} rows={3} help="One a line." />
      <TextField {...field("outreach_info")} help="Whom you wrote to." />
      <TextField {...field("job_scan_info")} help="How well your résumé matches." />
      <ComboField
        {...field("contact_method")}
        suggestions={contactMethods}
        help="How you reached the employer, for a work-search proof."
      />
      <TextField {...field("contact_person")} />
      <TextField {...field("employer_address")} wide />
      <PasswordField
        name="posting_password"
        label={labels.posting_password}
        autoComplete="new-password"
        help={
          hasPassword
            ? "One is kept. Empty leaves it as it is."
            : "Of the account that this application needed. It is kept encrypted."
        }
      />
      {hasPassword && <CheckField name="remove_password" label="Forget the kept password" />}
    </FieldGrid>
  );
  return (
    <details className="more-fields" open={names.some((name) => errors[name]) || undefined}>
      <summary>More: stage, dates, technology, contact, password</summary>
      {fields}
    </details>
  );
}
