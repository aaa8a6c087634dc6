import "server-only";
import { atomically } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { checkRateLimit, limits } from "../../accounts/auth/rate-limits.ts";
import { AppError } from "../../errors.ts";
import { logEvent } from "../../events/commands.ts";
import { toWebUrl } from "../../urls.ts";
import { type Captured, capture } from "../capture.ts";
import { type Change, changesBetween, wordsOf } from "./changes.ts";
import { closedBy } from "./closed.ts";
import { keepSnapshot } from "./commands.ts";
import { contentOf, isRead } from "./fields.ts";
import { lastChecked, latestSnapshot } from "./queries.ts";
import { closedWords, openAgainWords } from "./values.ts";

type Checked = { id: number; posting_url_full: string };

/** What a look at a posting's address found. */
export type CheckResult = {
  changed: Change[];
  closed: boolean;
  /** the result in a sentence, also where nothing could be read */
  note: string;
};

const timeoutMs = 20_000;

/**
 * Looks at the address of one of the actor's postings again, and keeps and logs what changed. Throws an `AppError` where
 * it has no address, and `RateLimitExceeded`.
 */
export async function checkPosting(actor: Actor, posting: Checked): Promise<CheckResult> {
  const url = toWebUrl(posting.posting_url_full);
  if (!url) {
    throw new AppError("This posting has no address to look at. Add its link first.", "invalid");
  }
  await checkRateLimit(limits.check, String(actor.user_id));
  const captured = await capture(actor, { url }, { signal: AbortSignal.timeout(timeoutMs) });
  return compareWith(actor, { ...posting, posting_url_full: url }, captured);
}

/** Compares one of the actor's postings with what its address says now, and keeps and logs what changed. */
export async function compareWith(
  actor: Actor,
  { id, posting_url_full: url }: Checked,
  captured: Captured,
): Promise<CheckResult> {
  const [before, last] = await Promise.all([latestSnapshot(actor, id), lastChecked(actor, id)]);
  const wasClosed = last?.words === closedWords;
  const log = (to: string) => logEvent(actor, "job_posting", id, { kind: "checked", to });
  const why = closedBy(url, captured);
  if (why) {
    if (!wasClosed) await atomically([log(closedWords)]);
    return { changed: [], closed: true, note: `The posting is closed: ${why}.` };
  }
  const posting = captured.is_list ? undefined : captured.postings.find(isRead);
  if (!posting) return { changed: [], closed: false, note: captured.note ?? unreadNote };

  const now = { ...contentOf(posting), source: "address" };
  const changed = before ? changesBetween(before, now) : [];
  await atomically([
    ...keepSnapshot(actor, id, {
      posting,
      source: "address",
      address: captured.page?.address ?? url,
    }),
    ...(wasClosed ? [log(openAgainWords)] : []),
    ...(changed.length > 0 ? [log(wordsOf(changed))] : []),
  ]);
  return { changed, closed: false, note: noteOf(changed, before !== undefined, wasClosed) };
}

const unreadNote = "Foothold could not read the posting there. Open its link to see how it stands.";

function noteOf(changed: readonly Change[], isKnown: boolean, wasClosed: boolean): string {
  const open = wasClosed ? "The posting is open again. " : "";
  if (!isKnown) return `${open}Kept as it stands today, so that you can see what changes.`;
  if (changed.length === 0) return `${open}Nothing has changed.`;
  const words = wordsOf(changed);
  return `${open}${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
