"use client";

import { useEffect } from "react";
import { clearDrafts, ownDrafts } from "@/components/forms/drafts.ts";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { logOutIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { signOut } from "@/lib/accounts/auth/actions.ts";

export type PersonProps = { id: number; name: string };

const signingOut = {
  action: signOut,
  failure: "Not signed out. Try again.",
  onSubmit: clearDrafts,
};

/** The button alone, for a page that leads nowhere else. */
export function SignOutButton() {
  return (
    <ButtonForm {...signingOut}>
      <SubmitButton size="s">Sign out</SubmitButton>
    </ButtonForm>
  );
}

/** The signed-in person with a sign-out button. Form drafts are cleared then, and when another person signs in. */
export function Person({ id, name }: PersonProps) {
  useEffect(() => ownDrafts(id), [id]);
  return (
    <ButtonForm {...signingOut} className="person">
      <span className="person__name rail__word" title={name}>
        {name}
      </span>
      <button type="submit" className="person__out" aria-label="Sign out" title="Sign out">
        <Icon of={logOutIcon} />
        <span className="person__word">Sign out</span>
      </button>
    </ButtonForm>
  );
}
