import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { PushCard } from "@/components/push/push-card.tsx";
import { RemindersCard } from "@/components/reminders/reminders-card.tsx";
import { currentSessionId, requireActor } from "@/lib/accounts/auth/current.ts";
import { formatMoment } from "@/lib/dates.ts";
import { deviceOfSession, listDevices } from "@/lib/push/devices.ts";
import { vapidKeys } from "@/lib/push/keys.ts";
import { getReminders } from "@/lib/reminders/settings.ts";

export const metadata: Metadata = { title: "Reminders" };

export default async function RemindersPage() {
  const actor = await requireActor();
  const [reminders, { publicKey }, devices, current] = await Promise.all([
    getReminders(actor),
    vapidKeys(),
    listDevices(actor),
    deviceOfSession(actor, await currentSessionId()),
  ]);
  const at = (moment: string) => formatMoment(moment, actor.time_zone);
  return (
    <>
      <SettingsHeader current="Reminders" />
      <div className="settings-cards">
        <RemindersCard reminders={reminders} />
        <PushCard
          reminders={reminders}
          publicKey={publicKey}
          devices={devices.map((device) => ({
            ...device,
            created_at: at(device.created_at),
            last_sent_at: device.last_sent_at && at(device.last_sent_at),
          }))}
          current={current}
        />
      </div>
    </>
  );
}
