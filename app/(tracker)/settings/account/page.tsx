import type { Metadata } from "next";
import {
  DataExportCard,
  DeleteAccountCard,
} from "@/components/accounts/deletion/account-cards.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { hasPassword } from "@/lib/accounts/auth/reauthentication.ts";
import { getFactor } from "@/lib/accounts/second-factor/queries.ts";
import { getProfile } from "@/lib/accounts/users/queries.ts";

export const metadata: Metadata = { title: "Account" };

/** What belongs to the account as a whole: taking everything out, and its end. */
export default async function AccountPage() {
  const actor = await requireActor();
  const [{ username }, password, factor] = await Promise.all([
    getProfile(actor),
    hasPassword(actor),
    getFactor(actor),
  ]);
  return (
    <>
      <SettingsHeader current="Account" />
      <div className="settings-cards">
        <DataExportCard />
        <DeleteAccountCard
          username={username}
          hasPassword={password}
          hasFactor={factor.state === "on"}
        />
      </div>
    </>
  );
}
