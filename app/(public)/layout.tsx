import "./public.css";

import type { ReactNode } from "react";
import { PublicFrame } from "@/components/accounts/sign-in/sign-page.tsx";
import { SignedOut } from "@/components/accounts/sign-in/signed-out.tsx";
import { currentActor } from "@/lib/accounts/auth/current.ts";

/** The frame of public pages. However a session ended, its drafts end where nobody is signed in any more. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  // Where the data cannot be reached, nobody knows.
  const nobody = (await currentActor().catch(() => undefined)) === null;
  return (
    <PublicFrame>
      {nobody && <SignedOut />}
      {children}
    </PublicFrame>
  );
}
