import type { Metadata } from "next";
import { ColorMode } from "@/components/accounts/users/color-mode.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { getProfile } from "@/lib/accounts/users/queries.ts";

export const metadata: Metadata = { title: "Appearance" };

export default async function AppearancePage() {
  const { color_mode } = await getProfile(await requireActor());
  return (
    <>
      <SettingsHeader current="Appearance" />
      <ColorMode current={color_mode} />
    </>
  );
}
