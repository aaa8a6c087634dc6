import type { Metadata } from "next";
import { ActivityCard } from "@/components/accounts/security-events/activity-card.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { activityCursor, activityPage } from "@/lib/accounts/security-events/queries.ts";
import { formatInstant } from "@/lib/dates.ts";

export const metadata: Metadata = { title: "Activity" };

/** What happened to the safety of one's account, and from where. */
export default async function ActivityPage({ searchParams }: PageProps<"/settings/activity">) {
  const actor = await requireActor();
  const place = activityCursor.parse(await searchParams);
  const { rows, newer, older } = await activityPage(actor, place);
  const shown = rows.map((row) => ({
    ...row,
    happened_at: formatInstant(row.happened_at, actor.time_zone),
  }));
  return (
    <>
      <SettingsHeader current="Activity" />
      <div className="settings-cards">
        <ActivityCard events={shown} whole={older === undefined} />
        {(newer !== undefined || older !== undefined) && (
          <nav className="pager" aria-label="Pages">
            {newer !== undefined && (
              <LinkButton href={`/settings/activity?after=${newer}`} rel="prev" size="s">
                Newer
              </LinkButton>
            )}
            {older !== undefined && (
              <LinkButton href={`/settings/activity?before=${older}`} rel="next" size="s">
                Older
              </LinkButton>
            )}
          </nav>
        )}
      </div>
    </>
  );
}
