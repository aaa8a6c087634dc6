import type { Metadata } from "next";
import { ProfileForm } from "@/components/people/profile-form.tsx";
import { SettingsHeader } from "@/components/people/settings-header.tsx";
import { requireActor } from "@/lib/auth/current.ts";
import { env } from "@/lib/env.ts";
import { timeZones } from "@/lib/time-zones.ts";
import { getProfileForm } from "@/lib/users/queries.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const profile = await getProfileForm(await requireActor());
  return (
    <>
      <SettingsHeader current="Profile" />
      <ProfileForm profile={profile} zones={timeZones()} serverZone={env().TIME_ZONE} />
    </>
  );
}
