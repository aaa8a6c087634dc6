import type { Metadata } from "next";
import { ContactForm } from "@/components/contacts/contact-form.tsx";
import { getContact } from "@/lib/contacts/queries.ts";
import { rowReader } from "@/lib/route-params.ts";

export const metadata: Metadata = { title: "Edit a contact" };

const read = rowReader(getContact);

export default async function EditContactPage({ params }: PageProps<"/contacts/[id]/edit">) {
  const [actor, contact] = await read((await params).id);
  return <ContactForm contact={contact} zone={actor.time_zone} />;
}
