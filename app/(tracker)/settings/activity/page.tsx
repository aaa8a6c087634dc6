import type { Metadata } from "next";
import { ActivityCard } from "@/components/accounts/security-events/activity-card.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { BulkChangesCard } from "@/components/bulk/bulk-changes-card.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { activityCursor, activityPage } from "@/lib/accounts/security-events/queries.ts";
import { recentBulkChanges } from "@/lib/bulk/queries.ts";
import { formatInstant } from "@/lib/dates.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";

export const metadata: Metadata = { title: "Activity" };

/** What one changed many at once, and what happened to the safety of one's account, and from where. */
export default async function ActivityPage({ searchParams }: PageProps<"/settings/activity">) {
  const actor = await requireActor();
  const place = activityCursor.parse(await searchParams);
  const [{ rows, newer, older }, bulk, statuses] = await Promise.all([
    activityPage(actor, place),
    recentBulkChanges(actor),
    statusesOf(actor),
  ]);
  const shown = rows.map((row) => ({
    ...row,
    happened_at: formatInstant(row.happened_at, actor.time_zone),
  }));
  const changes = bulk.map((row) => ({
    ...row,
    created_at: formatInstant(row.created_at, actor.time_zone),
  }));
  return (
    <>
      <SettingsHeader current="Activity" />
      <div className="settings-cards">
        {newer === undefined && <BulkChangesCard changes={changes} statuses={statuses} />}
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
