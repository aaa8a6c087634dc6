import type { Metadata } from "next";
import { UnprovedNotice } from "@/components/accounts/email-verification/address-proof.tsx";
import { ProfileForm } from "@/components/accounts/users/profile-form.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { formatDate } from "@/components/ui/format.ts";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { hasPassword } from "@/lib/accounts/auth/reauthentication.ts";
import { getProfile, getProfileForm } from "@/lib/accounts/users/queries.ts";
import { formatInstant } from "@/lib/dates.ts";
import { env } from "@/lib/env.ts";
import { sendsMail } from "@/lib/mail/sends-mail.ts";
import { timeZones } from "@/lib/time-zones.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const actor = await requireActor();
  const [profile, { email, email_verified_at: at }, asksPassword] = await Promise.all([
    getProfileForm(actor),
    getProfile(actor),
    hasPassword(actor),
  ]);
  const proved = at ? `Proved on ${formatDate(formatInstant(at, actor.time_zone))}.` : undefined;
  return (
    <>
      <SettingsHeader current="Profile" />
      {sendsMail() && email && !at && (
        <div className="settings-notice">
          <UnprovedNotice email={email} />
        </div>
      )}
      <ProfileForm
        profile={profile}
        zones={timeZones()}
        serverZone={env().TIME_ZONE}
        {...{ proved, asksPassword }}
      />
    </>
  );
}
