import type { Metadata } from "next";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { FeedForm } from "@/components/calendar/feed-form.tsx";
import { FeedsCard } from "@/components/calendar/feeds-card.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { hasPassword } from "@/lib/accounts/auth/reauthentication.ts";
import { listFeeds } from "@/lib/calendar/feeds.ts";
import { formatInstant } from "@/lib/dates.ts";

export const metadata: Metadata = { title: "Calendar addresses" };

export default async function CalendarSettingsPage() {
  const actor = await requireActor();
  const [feeds, known] = await Promise.all([listFeeds(actor), hasPassword(actor)]);
  const shown = feeds.map((feed) => ({
    ...feed,
    created_at: formatInstant(feed.created_at, actor.time_zone),
    last_read_at: feed.last_read_at && formatInstant(feed.last_read_at, actor.time_zone),
  }));
  return (
    <>
      <SettingsHeader current="Calendar" />
      <div className="settings-cards">
        <FeedsCard feeds={shown} />
        <Card labelledBy="new-calendar-address">
          <CardHeader id="new-calendar-address" title="A new calendar address" />
          <CardBody className="token-making">
            <FeedForm hasPassword={known} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}
