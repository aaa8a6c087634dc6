import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitationsCard } from "@/components/accounts/invitations/invitations-card.tsx";
import { PeopleTable } from "@/components/accounts/users/users-table.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { listInvitations } from "@/lib/accounts/invitations/queries.ts";
import { listPeople, peoplePerPage } from "@/lib/accounts/users/queries.ts";
import { formatInstant } from "@/lib/dates.ts";
import { env } from "@/lib/env.ts";
import { sendsMail } from "@/lib/mail/sends-mail.ts";

export const metadata: Metadata = { title: "Users" };

/** Who has an account here; for admins, and for anybody else there is no such page. */
export default async function UsersPage({ searchParams }: PageProps<"/admin/users">) {
  const actor = await requireActor();
  if (!actor.is_staff) notFound();
  const page = pageIn((await searchParams).page);
  const { people, total } = await listPeople(actor, page);
  if (page > 1 && people.length === 0) notFound();

  const moment = (value: string | null) => value && formatInstant(value, actor.time_zone);
  const rows = people.map((person) => ({
    ...person,
    date_joined: moment(person.date_joined),
    last_login: moment(person.last_login),
  }));
  return (
    <>
      <PageHeader title="Users" beside={String(total)} />
      <PeopleTable rows={rows} self={actor.user_id} />
      <Pager {...{ total, page, size: peoplePerPage }} href={(to) => `/admin/users?page=${to}`} />
      {env().SIGN_UP !== "open" && (
        <InvitationsCard
          mails={sendsMail()}
          invitations={(await listInvitations(actor)).map((invitation) => ({
            ...invitation,
            created_at: formatInstant(invitation.created_at, actor.time_zone),
            expires_at: formatInstant(invitation.expires_at, actor.time_zone),
          }))}
        />
      )}
    </>
  );
}

const pageIn = (text: unknown) => {
  const page = Number(text);
  return Number.isInteger(page) && page > 0 && page < 1e9 ? page : 1;
};
