"use client";

import { useEffect } from "react";
import { clearDrafts, ownDrafts } from "@/components/forms/drafts.ts";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { logOutIcon } from "@/components/ui/icons.ts";
import { signOut } from "@/lib/accounts/auth/actions.ts";

export type PersonProps = { id: number; name: string };

/** The signed-in person with a sign-out button. Form drafts are cleared then, and when another person signs in. */
export function Person({ id, name }: PersonProps) {
  useEffect(() => ownDrafts(id), [id]);
  return (
    <ButtonForm
      action={signOut}
      failure="Not signed out. Try again."
      onSubmit={clearDrafts}
      className="person"
    >
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
