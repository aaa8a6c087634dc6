import { dayNumber, localDay, today } from "../dates.ts";
import type { Because } from "../matching/compare.ts";
import { savedStatus, waitingStatuses } from "../statuses/documented.ts";

/** What is known of the posting or opportunity that was found. */
export type Found = {
  kind: "job_posting" | "email_opportunity";
  because: Because;
  status: string;
  /** what its person calls that status: "Rejected" */
  standing: string;
  applied_at: string | null;
  created_at: string;
  /** where it was applied through: a board or an agency; empty where that is not known */
  through: string;
  /** who offered it, of an opportunity */
  recruiter: string;
};

/** How long ago a stored moment is, in words, in days of the person's zone. */
function longAgo(moment: string, zone: string, now = today(zone)): string {
  const days = dayNumber(now) - dayNumber(localDay(moment, zone));
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 60) return `${days} days ago`;
  const months = Math.round(days / 30.44);
  return months < 24 ? `${months} months ago` : `${Math.round(days / 365.25)} years ago`;
}

/** Why something was found, as a sentence without its full stop: "You applied here 12 days ago through Hays: rejected". */
export function reasonOf(found: Found, zone: string, now = today(zone)): string {
  const { kind, status, applied_at, created_at, through, because } = found;
  const what = because === "text" ? "for a job with this text" : "here";
  if (kind === "email_opportunity") {
    const when = longAgo(applied_at ?? created_at, zone, now);
    return `${found.recruiter || "A recruiter"} offered you this ${when}`;
  }
  const by = through && ` through ${through}`;
  if (status === savedStatus) return `You saved this ${longAgo(created_at, zone, now)}${by}`;
  const when = applied_at ? longAgo(applied_at, zone, now) : "before";
  // That nobody answered yet says nothing.
  const isWaiting = waitingStatuses.includes(status);
  const standing = isWaiting ? "" : `: ${lowered(found.standing)}`;
  return `You applied ${what} ${when}${by}${standing}`;
}

/** Inside of a sentence; "HR silence" keeps its capitals. */
const lowered = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** That a company is marked, as a sentence without its full stop: "You marked Venn “Do not apply again” 12 days ago". */
export const markedReason = (name: string, at: string, zone: string, now = today(zone)): string =>
  `You marked ${name} “Do not apply again” ${longAgo(at, zone, now)}`;
