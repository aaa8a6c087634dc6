import { AlreadyApplied } from "@/components/duplicates/already-applied.tsx";
import { DateTimeField } from "@/components/forms/date-time-field.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { fieldProps, RecordForm } from "@/components/forms/record-form.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { ComboField, TextField } from "@/components/forms/text-field.tsx";
import { addContact, editContact } from "@/lib/contacts/actions.ts";
import { contactFields, contactLimits } from "@/lib/contacts/fields.ts";
import { contactKind } from "@/lib/contacts/kind.ts";
import type { ContactRow } from "@/lib/contacts/queries.ts";
import { contactInitial } from "@/lib/contacts/schema.ts";
import { contactKinds } from "@/lib/contacts/values.ts";
import { datetimeLocalValue, now } from "@/lib/dates.ts";
import { initialHashes } from "@/lib/forms/initial-values.ts";
import { labelsOf } from "@/lib/records/derive.ts";
import { contactName } from "./contact-labels.ts";

const labels = labelsOf(contactFields);

type Props = { contact?: ContactRow; zone: string };

/** The page that adds a contact, or edits the one that is given. */
export function ContactForm({ contact, zone }: Props) {
  const values = contactInitial(contact ?? {}, zone);
  const field = fieldProps(labels, values, contactLimits);
  return (
    <RecordForm
      kind={contactKind}
      record={contact && { id: contact.id, title: contactName(contact) }}
      addTitle="Add a contact"
      action={contact ? editContact.bind(null, contact.id) : addContact}
      labels={labels}
      hashes={contact && initialHashes(values)}
    >
      <FieldGrid>
        <TextField {...field("name")} required />
        <TextField {...field("company")} />
        <ComboField {...field("kind")} suggestions={contactKinds} />
        <TextField {...field("role")} help="What they do there." />
        <TextField
          {...field("email")}
          type="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField {...field("phone")} type="tel" inputMode="tel" />
        <TextField {...field("url")} type="url" inputMode="url" />
        <DateTimeField {...field("last_contacted_at")} now={datetimeLocalValue(now(), zone)} />
      </FieldGrid>
      <AlreadyApplied
        names={{ company_name: "company" }}
        about={{ kind: "job_posting", contact_id: contact?.id }}
      />
      <RichText {...field("notes")} />
    </RecordForm>
  );
}
