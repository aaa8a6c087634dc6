import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { AdminSlot } from "@/components/people/admin-slot.tsx";
import { PersonSlot } from "@/components/people/person-slot.tsx";
import { AppShell } from "@/components/shell/app-shell.tsx";
import { ToastRegion } from "@/components/ui/toast-region.tsx";
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

/** The shell of signed-in pages. It awaits no session: each page asks for its person itself. */
export default async function TrackerLayout({ children }: { children: ReactNode }) {
  const narrow = (await cookies()).get("rail")?.value === "narrow";
  return (
    <AppShell narrow={narrow} admin={admin} person={person}>
      {children}
      <Suspense>
        <ToastRegion undo={undoDelete} />
      </Suspense>
    </AppShell>
  );
}
