import type { Metadata } from "next";
import { DeleteAccountCard } from "@/components/accounts/deletion/account-cards.tsx";
import { ExportCard, wholeHunt } from "@/components/accounts/deletion/export-card.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { hasPassword } from "@/lib/accounts/auth/reauthentication.ts";
import { getFactor } from "@/lib/accounts/second-factor/queries.ts";
import { getProfile, getShellData } from "@/lib/accounts/users/queries.ts";
import { countFollowUps } from "@/lib/follow-ups/queries.ts";
import { countInterviews } from "@/lib/interviews/queries.ts";
import { applicationsPerSite } from "@/lib/reports/documented/queries.ts";
import { countTags } from "@/lib/tags/queries.ts";

export const metadata: Metadata = { title: "Account" };

/** What belongs to the account as a whole: taking everything out, and its end. */
export default async function AccountPage() {
  const actor = await requireActor();
  const [{ username }, password, factor, shell, sites, interviews, followUps, tags] =
    await Promise.all([
      getProfile(actor),
      hasPassword(actor),
      getFactor(actor),
      getShellData(actor),
      applicationsPerSite(actor, wholeHunt),
      countInterviews(actor),
      countFollowUps(actor),
      countTags(actor),
    ]);
  const applications = sites.reduce((sum, { site_count }) => sum + site_count, 0);
  return (
    <>
      <SettingsHeader current="Account" />
      <div className="settings-cards">
        {shell && (
          <ExportCard
            counts={{
              ...shell.counts,
              ...tags,
              applications,
              interviews,
              follow_ups: followUps.all,
            }}
          />
        )}
        <DeleteAccountCard
          username={username}
          hasPassword={password}
          hasFactor={factor.state === "on"}
        />
      </div>
    </>
  );
}
