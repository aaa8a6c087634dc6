import type { Metadata } from "next";
import { FollowUpList } from "@/components/follow-ups/follow-up-list.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { countFollowUps, searchFollowUps } from "@/lib/follow-ups/queries.ts";
import { followUpFilter } from "@/lib/follow-ups/schema.ts";

export const metadata: Metadata = { title: "Follow-ups" };

export default async function FollowUpsPage({ searchParams }: PageProps<"/follow-ups">) {
  const actor = await requireActor();
  const filter = followUpFilter.parse(await searchParams);
  const [found, counts] = await Promise.all([
    searchFollowUps(actor, filter),
    countFollowUps(actor),
  ]);
  return <FollowUpList {...{ filter, found, counts }} zone={actor.time_zone} />;
}
