import type { ReactNode } from "react";
import { CheckField } from "@/components/forms/check-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import type { FieldProps } from "@/components/forms/field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import type { OptionalField } from "@/components/forms/optional-fields.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { ComboField, NumberField, TextArea, TextField } from "@/components/forms/text-field.tsx";
import type { PostingInitial } from "@/lib/postings/schema.ts";
import {
  appliedThrough,
  contactMethods,
  directSite,
  employmentTypes,
  locationTypes,
} from "@/lib/postings/values.ts";

type Name = keyof PostingInitial;

type Props = {
  field: (name: Name) => FieldProps;
  values: PostingInitial;
  /** this moment, as a date-time field takes it */
  now: string;
  /** the names of the sites there are */
  sites: string[];
  /** the texts of the stages that are offered */
  stages: readonly string[];
  passwordLabel: string;
  hasPassword: boolean;
};

/** What a posting's form asks for when its button is pressed, in the order of the buttons. */
export function moreFields({
  field,
  values,
  now,
  sites,
  stages,
  ...password
}: Props): OptionalField[] {
  const optional = (label: string, names: Name[], children: ReactNode): OptionalField => ({
    label,
    names,
    filled: names.some((name) => values[name] !== ""),
    children: names.length > 1 ? <FieldGrid>{children}</FieldGrid> : children,
  });
  return [
    optional("Pay", ["pay_range"], <TextField {...field("pay_range")} />),
    optional(
      "Place",
      ["location_type", "location_city"],
      <>
        <ComboField {...field("location_type")} suggestions={locationTypes} />
        <TextField {...field("location_city")} />
      </>,
    ),
    optional(
      "Employment",
      ["employment_type"],
      <ComboField {...field("employment_type")} suggestions={employmentTypes} />,
    ),
    optional(
      "Site",
      ["site_name"],
      <ComboField
        {...field("site_name")}
        suggestions={sites}
        help={`Where you found it. Without one it goes under “${directSite}”.`}
      />,
    ),
    optional(
      "Applied through",
      ["posting_url_domain"],
      <ComboField {...field("posting_url_domain")} suggestions={appliedThrough} />,
    ),
    optional(
      "Description",
      ["job_description"],
      <RichText {...field("job_description")} help="Pages vanish, so keep a copy of the text." />,
    ),
    optional(
      "Interview",
      ["interviewed_at"],
      <DateTimeField {...field("interviewed_at")} now={now} />,
    ),
    optional(
      "Stage",
      ["rejected_after_stage"],
      <ComboField
        {...field("rejected_after_stage")}
        suggestions={stages}
        help="The furthest you got."
      />,
    ),
    optional("Rejected", ["rejected_at"], <DateTimeField {...field("rejected_at")} now={now} />),
    optional(
      "Contact",
      ["contact_person", "contact_method", "employer_address", "outreach_info"],
      <>
        <TextField {...field("contact_person")} />
        <ComboField
          {...field("contact_method")}
          suggestions={contactMethods}
          help="For a work-search proof."
        />
        <TextField {...field("employer_address")} wide />
        <TextField {...field("outreach_info")} help="Whom you wrote to, and how." wide />
      </>,
    ),
    optional(
      "Closes",
      ["deadline"],
      <DateTimeField
        {...field("deadline")}
        day
        help="The last day to apply, or to answer an offer."
      />,
    ),
    optional(
      "Hiring company",
      ["hiring_company"],
      <TextField {...field("hiring_company")} help="Whom an agency hires for." />,
    ),
    optional(
      "Technology",
      ["technology_string", "technology_stack"],
      <>
        <TextField {...field("technology_string")} wide help="As the posting says it." />
        <TextArea {...field("technology_stack")} rows={3} help="One per line." />
      </>,
    ),
    optional(
      "Questions",
      ["posting_application_questions"],
      <TextArea {...field("posting_application_questions")} rows={3} help="One per line." />,
    ),
    optional(
      "Time spent",
      ["time_spent"],
      <NumberField
        {...field("time_spent")}
        unit="minutes"
        min={0}
        defaultValue={values.time_spent === "" ? null : Number(values.time_spent)}
      />,
    ),
    optional("Résumé match", ["job_scan_info"], <TextField {...field("job_scan_info")} />),
    passwordField(password),
  ];
}

function passwordField({
  passwordLabel,
  hasPassword,
}: Pick<Props, "passwordLabel" | "hasPassword">): OptionalField {
  return {
    label: "Password",
    names: ["posting_password"],
    filled: hasPassword,
    children: (
      <FieldGrid>
        <PasswordField
          name="posting_password"
          label={hasPassword ? "New password" : passwordLabel}
          autoComplete="new-password"
          help={
            hasPassword
              ? "Leave this empty to keep the one that is there."
              : "Of the account you made to apply. Kept encrypted, and shown to you alone."
          }
        />
        {hasPassword && <CheckField name="remove_password" label="Forget the password" />}
      </FieldGrid>
    ),
  };
}
