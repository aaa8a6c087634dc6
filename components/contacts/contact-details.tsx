import type { ReactNode } from "react";
import { CompanyLink } from "@/components/companies/company-link.tsx";
import { editAddress } from "@/components/forms/field-id.ts";
import { DetailsCard } from "@/components/ui/card.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { contactFields } from "@/lib/contacts/fields.ts";
import { contactKind } from "@/lib/contacts/kind.ts";
import type { ContactRow } from "@/lib/contacts/queries.ts";
import { formatMoment } from "@/lib/dates.ts";
import { toWebUrl } from "@/lib/urls.ts";

type Props = {
  contact: ContactRow;
  /** what shows their tags */
  tags: ReactNode;
  zone: string;
};

/** What is kept of a contact besides their notes; what is empty is left out. */
export function ContactDetails({ contact, tags, zone }: Props) {
  const edit = (field: keyof typeof contactFields) => editAddress(contactKind, contact.id, field);
  const { email, phone, last_contacted_at } = contact;
  return (
    <DetailsCard
      items={[
        [
          "Company",
          contact.company && <CompanyLink key="company" name={contact.company} />,
          edit("company"),
        ],
        ["Role", contact.role, edit("role")],
        ["Kind", contact.kind, edit("kind")],
        ["E-mail", email && <MailLink key="email" to={email} />, edit("email")],
        ["Phone", phone && <PhoneLink key="phone" number={phone} />, edit("phone")],
        ["Web page", contact.url && <PageLink key="url" url={contact.url} />, edit("url")],
        [
          "Last spoke",
          last_contacted_at && (
            <DateText key="spoken" iso={formatMoment(last_contacted_at, zone)} />
          ),
          edit("last_contacted_at"),
        ],
        ["Known since", <DateText key="known" iso={formatMoment(contact.created_at, zone)} />],
        ["Tags", tags],
      ]}
    />
  );
}

/** The address for a mail to somebody; undefined where the text is no address. */
export const mailAddress = (email: string): string | undefined =>
  /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(email) ? `mailto:${encodeURI(email)}` : undefined;

function MailLink({ to }: { to: string }) {
  const href = mailAddress(to);
  return href ? <a href={href}>{to}</a> : to;
}

function PhoneLink({ number }: { number: string }) {
  const digits = number.replace(/[^\d+*#]/g, "");
  return digits.length > 3 ? <a href={`tel:${encodeURIComponent(digits)}`}>{number}</a> : number;
}

function PageLink({ url }: { url: string }) {
  const href = toWebUrl(url);
  if (!href) return url;
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {href.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
      <span className="sr-only"> (opens a new tab)</span>
    </a>
  );
}
