import type { Metadata } from "next";
import { ContactList } from "@/components/contacts/contact-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countConnections } from "@/lib/connections/queries.ts";
import { searchContacts } from "@/lib/contacts/queries.ts";
import { contactFilter } from "@/lib/contacts/schema.ts";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage({ searchParams }: PageProps<"/contacts">) {
  const actor = await requireActor();
  const filter = contactFilter.parse(await searchParams);
  const [found, connections] = await Promise.all([
    searchContacts(actor, filter),
    countConnections(actor),
  ]);
  return <ContactList {...{ filter, found, connections }} zone={actor.time_zone} />;
}
