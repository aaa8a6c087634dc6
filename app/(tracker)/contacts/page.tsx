import type { Metadata } from "next";
import { ContactList } from "@/components/contacts/contact-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { searchContacts } from "@/lib/contacts/queries.ts";
import { contactFilter } from "@/lib/contacts/schema.ts";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage({ searchParams }: PageProps<"/contacts">) {
  const actor = await requireActor();
  const filter = contactFilter.parse(await searchParams);
  const found = await searchContacts(actor, filter);
  return <ContactList {...{ filter, found }} zone={actor.time_zone} />;
}
