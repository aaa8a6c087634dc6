import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ResetCard } from "@/components/accounts/resets/reset-card.tsx";
import { DescriptionList } from "@/components/ui/card.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { findPerson } from "@/lib/accounts/users/queries.ts";
import { formatInstant } from "@/lib/dates.ts";
import { env } from "@/lib/env.ts";
import { rowIdOrZero } from "@/lib/fields.ts";

export const metadata: Metadata = { title: "User" };

/** One person, for admins: nothing of their hunt, and the way back in for who has lost it. */
export default async function UserPage({ params }: PageProps<"/admin/users/[id]">) {
  const actor = await requireActor();
  if (!actor.is_staff) notFound();
  const person = await findPerson(actor, rowIdOrZero.parse(Number((await params).id)));
  if (!person) notFound();
  const inZone = (value: string) => formatInstant(value, actor.time_zone);
  return (
    <>
      <PageHeader
        title={person.username}
        breadcrumbs={[{ label: "Users", href: "/admin/users" }]}
      />
      <div className="settings-cards">
        <DescriptionList
          items={[
            ["Name", `${person.first_name} ${person.last_name}`.trim()],
            ["E-mail", person.email],
            ["State", person.is_active ? "Active" : "Inactive"],
            ["Joined", <DateText key="joined" iso={inZone(person.date_joined)} />],
            [
              "Last sign-in",
              person.last_login ? <DateText key="last" iso={inZone(person.last_login)} /> : "never",
            ],
          ]}
        />
        {person.is_active && env().PASSWORD_SIGN_IN && (
          <ResetCard id={person.id} username={person.username} />
        )}
      </div>
    </>
  );
}
