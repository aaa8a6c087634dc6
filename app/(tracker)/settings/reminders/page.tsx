import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { RemindersCard } from "@/components/reminders/reminders-card.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { getReminders } from "@/lib/reminders/settings.ts";

export const metadata: Metadata = { title: "Reminders" };

export default async function RemindersPage() {
  const actor = await requireActor();
  return (
    <>
      <SettingsHeader current="Reminders" />
      <div className="settings-cards">
        <RemindersCard reminders={await getReminders(actor)} />
      </div>
    </>
  );
}
