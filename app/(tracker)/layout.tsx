import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DraftOwner } from "@/components/forms/draft-owner.tsx";
import { SignOut } from "@/components/people/sign-out.tsx";
import { AppShell } from "@/components/shell/app-shell.tsx";
import { ToastRegion } from "@/components/ui/toast-region.tsx";
import { currentActor } from "@/lib/auth/current.ts";
import { frameOf } from "@/lib/shell/queries.ts";
import { undoDelete } from "@/lib/trash/actions.ts";

// The page inside asks for its person itself, and says so where the data cannot be reached.
async function frame() {
  const actor = await currentActor().catch(() => null);
  const known = actor && (await frameOf(actor).catch(() => null));
  return actor && known ? { actor, ...known } : null;
}

/** The shell of signed-in pages, with whoever is signed in and what they keep. */
export default async function TrackerLayout({ children }: { children: ReactNode }) {
  const [jar, known] = await Promise.all([cookies(), frame()]);
  return (
    <AppShell
      narrow={jar.get("rail")?.value === "narrow"}
      admin={known?.actor.is_staff}
      counts={known?.counts}
      person={
        known && (
          <>
            <DraftOwner id={known.actor.user_id} />
            <SignOut name={known.name} />
          </>
        )
      }
    >
      {children}
      <ToastRegion undo={undoDelete} />
    </AppShell>
  );
}
