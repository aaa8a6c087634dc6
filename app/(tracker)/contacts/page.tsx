import type { Metadata } from "next";
import { ContactList } from "@/components/contacts/contact-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countConnections } from "@/lib/connections/queries.ts";
import { searchContacts } from "@/lib/contacts/queries.ts";
import { contactFilter } from "@/lib/contacts/schema.ts";
import { listTags, withoutUnknownTags } from "@/lib/tags/queries.ts";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage({ searchParams }: PageProps<"/contacts">) {
  const actor = await requireActor();
  const filter = await withoutUnknownTags(actor, contactFilter.parse(await searchParams));
  const [found, tags, connections] = await Promise.all([
    searchContacts(actor, filter),
    listTags(actor),
    countConnections(actor),
  ]);
  return <ContactList {...{ filter, found, tags, connections }} zone={actor.time_zone} />;
}
