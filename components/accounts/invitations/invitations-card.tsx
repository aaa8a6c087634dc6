import { TextField } from "@/components/forms/text-field.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { mailPlusIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { makeInvitation, takeBack } from "@/lib/accounts/invitations/actions.ts";
import type { listInvitations } from "@/lib/accounts/invitations/queries.ts";
import { CardRow, type Listed } from "../card-row.tsx";
import { SecretForm } from "../secret-form.tsx";

type Invitation = Listed<typeof listInvitations>;

const labels = { email: "For this e-mail address" };

type Props = { invitations: Invitation[]; mails: boolean };

/** The open invitations, with a form to make one. */
export function InvitationsCard({ invitations, mails }: Props) {
  return (
    <Card labelledBy="invitations" className="invitations">
      <CardHeader id="invitations" title="Invitations" />
      {invitations.length > 0 && (
        <ul>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      <CardBody className="card__body--form">
        <p>
          Nobody can register here by themselves. An invitation lets one person make an account,
          within a week.
        </p>
        <SecretForm
          formKey="invitation"
          make={makeInvitation}
          made={{ title: "The invitation is made", label: "Invitation" }}
          submit="Make an invitation"
          refusal="There is no invitation yet"
          labels={labels}
          fresh
        >
          <TextField
            name="email"
            type="email"
            label={labels.email}
            help={
              mails
                ? "It gets the link by mail. Leave it empty to hand the link over yourself."
                : "Fills in their form. You hand the link over yourself."
            }
            autoComplete="off"
          />
        </SecretForm>
      </CardBody>
    </Card>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { id, email, made_by, created_at, expires_at } = invitation;
  const whom = email || "Anyone with the link";
  const note = (
    <>
      Made by {made_by} <DateText iso={created_at} />, ends <DateText iso={expires_at} />
    </>
  );
  return (
    <CardRow icon={mailPlusIcon} name={whom} note={note}>
      <ButtonForm action={takeBack}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton size="s" title="The link opens nothing from then on">
          Take back<span className="sr-only"> the invitation for {whom}</span>
        </SubmitButton>
      </ButtonForm>
    </CardRow>
  );
}
