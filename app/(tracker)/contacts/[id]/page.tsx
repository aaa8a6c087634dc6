import type { Metadata } from "next";
import { ContactDetails, mailAddress } from "@/components/contacts/contact-details.tsx";
import { contactName, initials, workLabel } from "@/components/contacts/contact-labels.ts";
import { LinkedThingsCards } from "@/components/contacts/linked-things.tsx";
import { OfferRecordCard } from "@/components/contacts/offer-record-card.tsx";
import { SpokenWords } from "@/components/contacts/spoken-words.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { TagEditor } from "@/components/tags/tag-editor.tsx";
import { buttonClass } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { mailIcon } from "@/components/ui/icons.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { RecordActions } from "@/components/ui/record-actions.tsx";
import { TextCard } from "@/components/ui/record-page.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { removeContact, spokeToday } from "@/lib/contacts/actions.ts";
import { contactKind } from "@/lib/contacts/kind.ts";
import { thingsOf } from "@/lib/contacts/link-queries.ts";
import { getContact } from "@/lib/contacts/queries.ts";
import { offerRecord } from "@/lib/opportunities/offer-record.ts";
import { rowReader } from "@/lib/route-params.ts";
import { tagRow } from "@/lib/tags/actions.ts";
import { tagsOf } from "@/lib/tags/queries.ts";

type Props = PageProps<"/contacts/[id]">;

const read = rowReader(getContact);

/** How many things of each kind the page shows at most. */
const shownThings = 100;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, contact] = await read((await params).id);
  return { title: contactName(contact) };
}

export default async function ContactPage({ params }: Props) {
  const [actor, contact] = await read((await params).id);
  const { id, kind, email } = contact;
  const [things, record, tags] = await Promise.all([
    thingsOf(actor, id, shownThings),
    offerRecord(actor, id),
    tagsOf(actor, { kind: "contact", id }),
  ]);
  const name = contactName(contact);
  const mail = mailAddress(email);
  const zone = actor.time_zone;
  return (
    <>
      <PageHeader
        title={
          <span className="contact-title">
            <span className="avatar" data-initials={initials(name)} />
            {name}
          </span>
        }
        beside={kind}
        note={<SpokenWords work={workLabel(contact)} at={contact.last_contacted_at} zone={zone} />}
        breadcrumbs={[{ label: "Contacts", href: "/contacts" }, { label: name }]}
        actions={
          <>
            <ButtonForm action={spokeToday.bind(null, id)}>
              <SubmitButton size="s">Spoke today</SubmitButton>
            </ButtonForm>
            {mail && (
              <a href={mail} className={buttonClass({ size: "s" })}>
                <Icon of={mailIcon} /> Write
              </a>
            )}
            <PlainLink
              href={`/api/contact/${id}/vcard/`}
              download={`${name}.vcf`}
              className={buttonClass({ size: "s" })}
            >
              Save card
            </PlainLink>
            <RecordActions
              of={name}
              edit={`/contacts/${id}/edit`}
              remove={removeContact.bind(null, id)}
            />
          </>
        }
      />
      <div className="columns">
        <div className="stack">
          <OfferRecordCard name={name} {...record} zone={zone} />
          <LinkedThingsCards things={things} zone={zone} />
        </div>
        <div className="stack">
          <ContactDetails
            contact={contact}
            tags={
              <TagEditor
                save={tagRow.bind(null, { kind: "contact", id })}
                tags={tags}
                list={contactKind.path}
              />
            }
            zone={zone}
          />
          <TextCard
            id="notes"
            title="Notes"
            text={contact.notes}
            edit={editAddress(contactKind, id, "notes")}
          />
        </div>
      </div>
    </>
  );
}
