import type { Metadata } from "next";
import { ContactForm } from "@/components/contacts/contact-form.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";

export const metadata: Metadata = { title: "Add a contact" };

export default async function NewContactPage() {
  const actor = await requireActor();
  return <ContactForm zone={actor.time_zone} />;
}
