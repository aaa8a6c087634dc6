"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { CopyOnce } from "@/components/ui/copy-once.tsx";
import { makeInvitation } from "@/lib/accounts/invitations/actions.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";

const labels = { email: "For this e-mail address" };

/** Makes an invitation, and shows its link this once. */
export function InvitationForm({ mails }: { mails: boolean }) {
  const [made, setMade] = useState<string>();
  const make: FormAction = async (_, form) => {
    const { link, ...state } = await makeInvitation({}, form);
    if (link) setMade(new URL(link, window.location.href).href);
    return state;
  };
  return (
    <>
      {made && (
        <CopyOnce key={made} title="The invitation is made" label="Invitation" value={made} />
      )}
      {/* A new form after each invitation, since the old one's words are used up. */}
      <ActionForm
        key={`form ${made}`}
        formKey="invitation"
        action={make}
        submit="Make an invitation"
        refusal="There is no invitation yet"
        labels={labels}
        noDraft
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
      </ActionForm>
    </>
  );
}
