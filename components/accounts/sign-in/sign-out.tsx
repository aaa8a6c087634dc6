"use client";

import { clearDrafts } from "@/components/forms/drafts.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { logOutIcon } from "@/components/ui/icons.ts";
import { signOut } from "@/lib/accounts/auth/actions.ts";

/** The person's name and the button that ends the session; what was typed and not saved goes with it. */
export function SignOut({ name }: { name: string }) {
  return (
    <form action={signOut} onSubmit={clearDrafts} className="person">
      <span className="person__name rail__word" title={name}>
        {name}
      </span>
      <button type="submit" className="person__out" aria-label="Sign out" title="Sign out">
        <Icon of={logOutIcon} />
        <span className="person__word">Sign out</span>
      </button>
    </form>
  );
}
