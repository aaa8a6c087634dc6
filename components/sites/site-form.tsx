import { CheckField } from "@/components/forms/check-field.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { fieldProps, RecordForm } from "@/components/forms/record-form.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { initialValues, labelsOf, storedValues } from "@/lib/records/derive.ts";
import { addSite, editSite } from "@/lib/sites/actions.ts";
import { siteFields, siteLimits } from "@/lib/sites/fields.ts";
import { siteKind } from "@/lib/sites/kind.ts";
import type { SiteRow } from "@/lib/sites/queries.ts";
import { blankSiteInitial, resumeFormats } from "@/lib/sites/schema.ts";
import { RatingField } from "./rating-field.tsx";
import { siteName } from "./site-labels.ts";

const labels = labelsOf(siteFields);

/** The page that adds a site, or edits the one that is given. */
export function SiteForm({ site, zone }: { site?: SiteRow; zone: string }) {
  const values = site ? initialValues(siteFields, site, zone) : blankSiteInitial(zone);
  const field = fieldProps(labels, values, siteLimits);
  const moment = { now: datetimeLocalValue(now(), zone) };
  const hasPassword = Boolean(site?.site_password);
  return (
    <RecordForm
      kind={siteKind}
      record={site && { id: site.id, title: siteName(site) }}
      addTitle="Add a site"
      action={site ? editSite.bind(null, site.id) : addSite}
      labels={labels}
      hashes={site && initialHashes(storedValues(siteFields, site, zone))}
    >
      <FieldGrid>
        <TextField {...field("site_name")} required />
        <TextField
          {...field("site_url")}
          help="Where you look for postings."
          type="url"
          inputMode="url"
        />
        <RatingField defaultValue={values.rating} />
        <DateTimeField {...field("last_visited_at")} {...moment} />
      </FieldGrid>
      <FieldGrid title="Your profile there">
        <TextField {...field("headline")} help="The line under your name on the site." wide />
        <ComboField {...field("resume_format")} suggestions={resumeFormats} />
        <DateTimeField {...field("resume_updated_at")} {...moment} />
        <CheckField
          name="github_field"
          label={labels.github_field}
          defaultChecked={values.github_field === "on"}
        />
        <CheckField
          name="project_site_field"
          label={labels.project_site_field}
          defaultChecked={values.project_site_field === "on"}
        />
        <PasswordField
          {...field("site_password")}
          label={hasPassword ? "New password" : labels.site_password}
          help={
            hasPassword
              ? "Leave this empty to keep the one that is there."
              : "Kept encrypted, and shown to you alone."
          }
          autoComplete="new-password"
        />
        {hasPassword && <CheckField name="remove_password" label="Forget the password" />}
      </FieldGrid>
      <RichText {...field("description")} />
    </RecordForm>
  );
}
