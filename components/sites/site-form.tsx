import { ActionForm } from "@/components/forms/action-form.tsx";
import { BeganWith } from "@/components/forms/began-with.tsx";
import { CheckField } from "@/components/forms/check-field.tsx";
import { ComboField } from "@/components/forms/combo-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import { siteFields, siteLimits } from "@/lib/sites/fields.ts";
import type { blankSiteInitial } from "@/lib/sites/schema.ts";
import { resumeFormats } from "@/lib/sites/values.ts";
import { RatingField } from "./rating-field.tsx";

const labels = labelsOf(siteFields);

type Props = {
  formKey: string;
  action: FormAction;
  submit: string;
  /** where Cancel leads */
  back: string;
  fields: ReturnType<typeof blankSiteInitial>;
  /** of what the fields begin with, where there is something to edit */
  marks?: string;
  /** whether a password is kept already */
  hasPassword?: boolean;
  /** this moment as a date field writes it */
  now: string;
};

/** The form of a site, for adding and for editing. */
export function SiteForm(props: Props) {
  const { formKey, action, submit, back, fields, marks, hasPassword, now } = props;
  return (
    <ActionForm
      formKey={formKey}
      action={action}
      submit={submit}
      labels={labels}
      beside={
        <LinkButton href={back} variant="quiet">
          Cancel
        </LinkButton>
      }
    >
      {marks && <BeganWith marks={marks} />}
      <FieldGrid>
        <TextField
          name="site_name"
          label={labels.site_name}
          defaultValue={fields.site_name}
          maxLength={siteLimits.site_name}
          required
        />
        <TextField
          name="site_url"
          label={labels.site_url}
          help="Where you look for postings."
          type="url"
          inputMode="url"
          defaultValue={fields.site_url}
          maxLength={siteLimits.site_url}
        />
        <RatingField defaultValue={fields.rating} />
        <DateTimeField
          name="last_visited_at"
          label={labels.last_visited_at}
          defaultValue={fields.last_visited_at}
          now={now}
        />
      </FieldGrid>
      <FieldGrid title="Your profile there">
        <TextField
          name="headline"
          label={labels.headline}
          help="The line under your name on the site."
          defaultValue={fields.headline}
          maxLength={siteLimits.headline}
          wide
        />
        <ComboField
          name="resume_format"
          label={labels.resume_format}
          suggestions={resumeFormats}
          defaultValue={fields.resume_format}
          maxLength={siteLimits.resume_format}
        />
        <DateTimeField
          name="resume_updated_at"
          label={labels.resume_updated_at}
          defaultValue={fields.resume_updated_at}
          now={now}
        />
        <CheckField
          name="github_field"
          label={labels.github_field}
          defaultChecked={fields.github_field === "on"}
        />
        <CheckField
          name="project_site_field"
          label={labels.project_site_field}
          defaultChecked={fields.project_site_field === "on"}
        />
        <PasswordField
          name="site_password"
          label={hasPassword ? "New password" : labels.site_password}
          help={
            hasPassword
              ? "Leave this empty to keep the one that is there."
              : "Kept encrypted, and shown to you alone."
          }
          autoComplete="new-password"
          maxLength={siteLimits.site_password}
        />
        {hasPassword && <CheckField name="remove_password" label="Forget the password" />}
      </FieldGrid>
      <RichText name="description" label={labels.description} defaultValue={fields.description} />
    </ActionForm>
  );
}
