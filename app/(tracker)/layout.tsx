import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { AdminSlot } from "@/components/people/admin-slot.tsx";
import { PersonSlot } from "@/components/people/person-slot.tsx";
import { AppShell } from "@/components/shell/app-shell.tsx";
import { PlaceCount } from "@/components/shell/place-count.tsx";
import { ToastRegion } from "@/components/ui/toast-region.tsx";
import type { Actor } from "@/lib/auth/actor.ts";
import { currentActor } from "@/lib/auth/current.ts";
import { countOpportunities } from "@/lib/opportunities/queries.ts";
import { countPostings } from "@/lib/postings/queries.ts";
import { countSites } from "@/lib/sites/queries.ts";
import { undoDelete } from "@/lib/trash/actions.ts";

const admin = (
  <Suspense>
    <AdminSlot />
  </Suspense>
);
const person = (
  <Suspense>
    <PersonSlot />
  </Suspense>
);

const counted = (count: (actor: Actor) => Promise<number>) => async () => {
  const actor = await currentActor();
  return actor ? count(actor) : undefined;
};
const counts = {
  postings: <PlaceCount count={counted(countPostings)} />,
  sites: <PlaceCount count={counted(countSites)} />,
  opportunities: <PlaceCount count={counted(countOpportunities)} />,
};

/** The shell of signed-in pages. It awaits no session: each page asks for its person itself. */
export default async function TrackerLayout({ children }: { children: ReactNode }) {
  const narrow = (await cookies()).get("rail")?.value === "narrow";
  return (
    <AppShell narrow={narrow} admin={admin} person={person} counts={counts}>
      {children}
      <Suspense>
        <ToastRegion undo={undoDelete} />
      </Suspense>
    </AppShell>
  );
}
