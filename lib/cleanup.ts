import { sql } from "drizzle-orm";
import { getDb } from "../db/client.ts";
import { limitWindow } from "../db/schema/api.ts";
import { purgeDevices } from "./accounts/auth/known-devices.ts";
import { purgePendingSignIns } from "./accounts/auth/pending-sign-ins.ts";
import { purgeRateLimitWindows } from "./accounts/auth/rate-limits.ts";
import { purgeSessions } from "./accounts/auth/sessions.ts";
import { resumeDeletions } from "./accounts/deletion/sweep.ts";
import { purgeLinks } from "./accounts/one-time-links.ts";
import { purgeSecurityEvents } from "./accounts/security-log.ts";
import { purgeBulkChanges } from "./bulk/purge.ts";
import { dayMs } from "./dates.ts";
import { purgeDrafts } from "./imports/staging/stage.ts";
import { purgeUploads } from "./imports/staging/uploads.ts";
import { purgeViews } from "./saved-views/commands.ts";
import { finishSiteDeletions } from "./sites/commands.ts";
import { settleFacts } from "./statuses/facts.ts";
import { purgeTags } from "./tags/commands.ts";
import { purgeTrash } from "./trash/commands.ts";

/**
 * The daily cleanup job: purges expired trash, sessions, links and the like, once a day for all processes together
 * (the first that asks runs it), so that short-lived servers need no scheduler.
 */
export async function cleanUp(): Promise<void> {
  try {
    // Deletions that were interrupted go on at once.
    await resumeDeletions();
    await finishSiteDeletions();
    // What a killed import left goes with the next start, and not only with the next day.
    await purgeUploads();
    await settleFacts();
    if (!(await isDue())) return;
    await Promise.all([
      purgeTrash(),
      purgeSessions(),
      purgeDrafts(),
      purgeRateLimitWindows(),
      purgeSecurityEvents(),
      purgePendingSignIns(),
      purgeLinks(),
      purgeDevices(),
      purgeBulkChanges(),
      purgeTags(),
      purgeViews(),
    ]);
  } catch (error) {
    // A busy database is no reason to stop; tomorrow is early enough.
    console.error("Old trash and ended sessions were not removed:", error);
  }
}

async function isDue(): Promise<boolean> {
  const now = Date.now();
  const ends_at = now + dayMs;
  const taken = await getDb()
    .insert(limitWindow)
    .values({ key: "tidy", used: 1, ends_at })
    .onConflictDoUpdate({
      target: limitWindow.key,
      set: { ends_at },
      setWhere: sql`${limitWindow.ends_at} <= ${now}`,
    })
    .returning({ key: limitWindow.key });
  return taken.length > 0;
}
