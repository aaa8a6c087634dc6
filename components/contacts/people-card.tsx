import { formatRelative } from "@/components/ui/format.ts";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { peopleOf } from "@/lib/contacts/link-queries.ts";
import type { LinkTarget } from "@/lib/contacts/schema.ts";
import { formatMoment } from "@/lib/dates.ts";
import { mailAddress } from "./contact-details.tsx";
import { contactName, workLabel } from "./contact-labels.ts";
import { PeopleSection } from "./people-section.tsx";

/** The contacts of a posting, an opportunity or a site, with a way to add one. */
export async function PeopleCard({ actor, of }: { actor: Actor; of: LinkTarget }) {
  const people = await peopleOf(actor, of);
  const shown = people.map((person) => {
    const spoken =
      person.last_contacted_at && formatMoment(person.last_contacted_at, actor.time_zone);
    return {
      id: person.id,
      link_id: person.link_id,
      name: contactName(person),
      note: [person.kind, workLabel(person)].filter(Boolean).join(" · "),
      spoken: spoken && `Last spoke ${formatRelative(spoken)}`,
      mail: mailAddress(person.email),
    };
  });
  return <PeopleSection of={of} people={shown} />;
}
