import { AdminLinks } from "@/components/shell/admin-links.tsx";
import { currentActor } from "@/lib/auth/current.ts";

/** The places of admins, for them alone. Wrap it in Suspense: it waits for the session. */
export async function AdminSlot() {
  const actor = await currentActor();
  return actor?.is_staff ? <AdminLinks /> : null;
}
