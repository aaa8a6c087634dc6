import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { StatusWords } from "@/components/records/status-words.tsx";
import { AppShell } from "@/components/shell/app-shell.tsx";
import { currentActor } from "@/lib/accounts/auth/current.ts";
import { getShellData } from "@/lib/accounts/users/queries.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { undoDelete } from "@/lib/trash/actions.ts";

// The page inside asks for its person itself, and says so where the data cannot be reached.
async function shellProps() {
  const actor = await currentActor().catch(() => null);
  const known = actor && (await getShellData(actor).catch(() => null));
  if (!actor || !known) return { entries: [] };
  const { entries } = await statusesOf(actor);
  return {
    entries,
    person: { id: actor.user_id, name: known.name },
    counts: known.counts,
    admin: actor.is_staff,
  };
}

const railOf = (value: string | undefined) =>
  value === "narrow" || value === "wide" ? value : undefined;

/** The shell of signed-in pages, with the person and how many records they have. */
export default async function TrackerLayout({ children }: { children: ReactNode }) {
  const [jar, { entries, ...known }] = await Promise.all([cookies(), shellProps()]);
  return (
    <StatusWords entries={entries}>
      <AppShell rail={railOf(jar.get("rail")?.value)} undo={undoDelete} {...known}>
        {children}
      </AppShell>
    </StatusWords>
  );
}
