import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, localDay, now, today } from "../dates.ts";
import { updateSite } from "../sites/commands.ts";
import type { OwnedSite } from "../sites/queries.ts";
import { createFollowUp, updateFollowUp } from "./commands.ts";
import { followUpLimits } from "./fields.ts";
import { getFollowUp, siteCadence } from "./queries.ts";

/**
 * Makes a person look at a site again every so many days, counted from their last look; null ends it. It is a repeating
 * follow-up about the site.
 */
export async function setCadence(
  actor: Actor,
  site: OwnedSite,
  days: number | null,
): Promise<void> {
  const kept = await siteCadence(actor, site.id);
  if (days === null) {
    if (kept)
      await updateFollowUp(actor, await getFollowUp(actor, kept.id), { state: "dismissed" });
    return;
  }
  const next = addDays(localDay(site.last_visited_at, actor.time_zone), days);
  const day = today(actor.time_zone);
  const isPast = next < day;
  const values = { due_on: isPast ? day : next, due_at: null, repeat_days: days };
  if (kept) {
    await updateFollowUp(actor, await getFollowUp(actor, kept.id), values);
    return;
  }
  await createFollowUp(actor, {
    ...values,
    what: lookAt(site.site_name),
    job_site_id: site.id,
  });
}

const lookAt = (name: string) =>
  [...`Look at ${name || "the site"} again`].slice(0, followUpLimits.what).join("");

/** Records that the person looked at a site now, which answers its repeating follow-up or puts it off. */
export async function visitSite(actor: Actor, site: OwnedSite): Promise<void> {
  const kept = await siteCadence(actor, site.id);
  if (!kept?.repeat_days) return updateSite(actor, site, { last_visited_at: now() });
  const row = await getFollowUp(actor, kept.id);
  const day = today(actor.time_zone);
  if (row.due_on <= day) return updateFollowUp(actor, row, { state: "done" });
  const due_on = addDays(day, kept.repeat_days);
  await updateFollowUp(actor, row, { due_on, snoozed_until: null });
  await updateSite(actor, site, { last_visited_at: now() });
}
