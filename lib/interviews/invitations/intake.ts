import "server-only";
import { interview } from "../../../db/schema/people.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { isDayValue } from "../../day-value.ts";
import { AppError, Invalid } from "../../errors.ts";
import { isVersionConflict, requireVersion } from "../../records/version-check.ts";
import { createInterview, updateInterview } from "../commands.ts";
import { interviewLimits } from "../fields.ts";
import { listOfInvitation } from "../queries.ts";
import type { InterviewSubject } from "../schema.ts";
import { cancelledOutcome } from "../values.ts";
import type { InvitedEvent } from "./event.ts";

/** What became of an event: a new interview, or one that was moved, called off or left as it was. */
export type Taken = { what: "added" | "moved" | "called off" | "known" | "older"; id: number };

/** Events of one invitation that are taken at once: the rounds of a day. */
const maxTaken = 20;

/**
 * Takes the events of an invitation as interviews about a posting or an opportunity. One of the same UID is the same
 * interview: a higher SEQUENCE changes it, a lower one does not, and a cancellation calls it off. Throws `AppError`.
 */
export async function takeInvitation(
  actor: Actor,
  subject: InterviewSubject,
  events: readonly InvitedEvent[],
): Promise<Taken[]> {
  const meant = events.filter(({ method }) => !answers.test(method));
  if (meant.length === 0) {
    throw new AppError(
      events.length ? "This is an answer to an invitation, not an invitation." : nothing,
      "invalid",
    );
  }
  // Of a series, the first one; of what comes out of order, the older one first.
  const ordered = meant.toSorted((a, b) => a.sequence - b.sequence);
  const uids = new Set<string>();
  const chosen = ordered.toReversed().filter(({ uid, starts_at }) => {
    const key = uid || starts_at;
    return !uids.has(key) && uids.add(key);
  });
  if (chosen.length > maxTaken) {
    throw new AppError(`This has ${chosen.length} events. Give the invitation alone.`, "invalid");
  }
  const taken: Taken[] = [];
  for (const event of chosen.reverse()) taken.push(await takeAlone(actor, subject, event));
  return taken;
}

const answers = /^(?:COUNTER|REPLY|REFRESH|DECLINECOUNTER|ADD)$/;
const nothing = "There is no event in this.";

const maxTries = 5;

/** Takes an event again where another request took one of its invitation at the same moment. */
async function takeAlone(
  actor: Actor,
  subject: InterviewSubject,
  event: InvitedEvent,
): Promise<Taken> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await takeEvent(actor, subject, event);
    } catch (error) {
      const isTaken = error instanceof Invalid || isVersionConflict(error);
      if (!isTaken || tries === maxTries) throw error;
    }
  }
}

async function takeEvent(
  actor: Actor,
  { subject, id }: InterviewSubject,
  event: InvitedEvent,
): Promise<Taken> {
  const [known] = event.uid ? await listOfInvitation(actor, event.uid) : [];
  if (known && event.sequence < known.invitation_sequence) return { what: "older", id: known.id };
  if (!known && event.cancelled) {
    throw new AppError(
      "This calls off an interview that is not here, so nothing was changed.",
      "invalid",
    );
  }
  if (known && event.cancelled) {
    const isOff = known.outcome === cancelledOutcome;
    const off = { outcome: cancelledOutcome, invitation_sequence: event.sequence };
    await updateInterview(actor, known, off, [requireVersion(interview, known)]);
    return { what: isOff ? "known" : "called off", id: known.id };
  }
  const values = valuesOf(event);
  if (!known) {
    const row = {
      ...values,
      kind: kindOf(event.summary),
      [`${subject}_id`]: id,
    };
    const made = await createInterview(actor, row, true);
    return { what: "added", id: made.id };
  }
  const isSame =
    event.sequence === known.invitation_sequence &&
    known.starts_at === values.starts_at &&
    known.ends_at === values.ends_at;
  if (isSame) return { what: "known", id: known.id };
  const isBack = known.outcome === cancelledOutcome ? { outcome: "" as const } : {};
  await updateInterview(actor, known, { ...values, ...isBack }, [requireVersion(interview, known)]);
  return { what: "moved", id: known.id };
}

/** The fields of an interview that an event gives. Throws `AppError` for a year that no hunt is in. */
function valuesOf({ starts_at, ends_at, ...event }: InvitedEvent) {
  if (starts_at < "1970" || starts_at >= "2101") {
    throw new AppError("This is not of our time: the year has to be from 1970 to 2100.", "invalid");
  }
  const cut = (text: string, max: number) => Array.from(text).slice(0, max).join("").trim();
  const place = event.place === event.url ? "" : event.place;
  return {
    starts_at,
    ...(isDayValue(starts_at) || ends_at === null ? {} : { ends_at }),
    time_zone: event.time_zone === "UTC" ? null : event.time_zone,
    place: cut(place.replace(/\s+/g, " "), interviewLimits.place),
    url: event.url,
    invitation_uid: event.uid,
    invitation_sequence: event.sequence,
  };
}

/** The round that a title speaks of; empty where it does not say. */
function kindOf(summary: string): string {
  const found = rounds.find(([words]) => words.test(summary.slice(0, 300)));
  return found?.[1] ?? "";
}

const rounds: readonly (readonly [RegExp, string])[] = [
  [/hiring manager/i, "Hiring Manager Interview"],
  [/phone screen|screening|intro(?:ductory)?\b|first call/i, "Screening"],
  [/\bcod(?:e|ing)\b|technical|pair|live.?coding|system design|take.?home/i, "Code Test"],
  [/\bHR\b|\bpeople (?:team|partner)\b|recruiter/i, "HR Interview"],
  [/\bteam\b|panel|on.?site|culture/i, "Team Interview"],
];
