import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { makeResetLink } from "@/lib/accounts/resets/actions.ts";
import { SecretForm } from "../secret-form.tsx";

/** Makes a link to a new password for a person, for an admin to hand over. */
export function ResetCard({ id, username }: { id: number; username: string }) {
  return (
    <Card labelledBy="reset">
      <CardHeader id="reset" title="A new password" />
      <CardBody className="card__body--form">
        <p>
          Make a link for {username} to choose a new password. It works once, within a day, and
          signs them out everywhere. Hand it over in a way that reaches only them.
        </p>
        <SecretForm
          formKey="reset-link"
          make={makeResetLink}
          made={{ title: "The link is made", label: "Link to a new password" }}
          submit="Make a link"
          refusal="There is no link yet"
        >
          <input type="hidden" name="id" value={id} />
        </SecretForm>
      </CardBody>
    </Card>
  );
}
