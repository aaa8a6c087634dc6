"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { CopyOnce } from "@/components/ui/copy-once.tsx";
import { makeResetLink } from "@/lib/accounts/resets/actions.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";

/** Makes a link to a new password for a person, for an admin to hand over. */
export function ResetCard({ id, username }: { id: number; username: string }) {
  const [made, setMade] = useState<string>();
  const make: FormAction = async (_, form) => {
    const { link, ...state } = await makeResetLink({}, form);
    if (link) setMade(new URL(link, window.location.href).href);
    return state;
  };
  return (
    <Card labelledBy="reset">
      <CardHeader id="reset" title="A new password" />
      <CardBody className="card__body--form">
        <p>
          Make a link for {username} to choose a new password. It works once, within a day, and
          signs them out everywhere. Hand it over in a way that reaches only them.
        </p>
        {made && (
          <CopyOnce
            key={made}
            title="The link is made"
            label="Link to a new password"
            value={made}
          />
        )}
        <ActionForm
          formKey="reset-link"
          action={make}
          submit="Make a link"
          refusal="There is no link yet"
          noDraft
        >
          <input type="hidden" name="id" value={id} />
        </ActionForm>
      </CardBody>
    </Card>
  );
}
