import { withBase } from "@/lib/base-path.ts";
import type { InterviewSubject } from "@/lib/interviews/schema.ts";

type Taken = { what: "added" | "moved" | "called off" | "known" | "older"; id: number };

type Answer = { interviews?: Taken[]; error?: string };

const words: Record<Taken["what"], string> = {
  added: "Added the interview",
  moved: "Moved the interview",
  "called off": "The interview is called off",
  known: "You have this one already",
  older: "This is an older version of an invitation that you have. Nothing was changed",
};

/** The media type of a file that may be an invitation; undefined of any other. */
export function invitationType({ name, type }: Pick<File, "name" | "type">): string | undefined {
  if (/\.(?:ics|ical|ifb)$/i.test(name) || /calendar/.test(type)) return "text/calendar";
  return /\.eml$/i.test(name) || type === "message/rfc822" ? "message/rfc822" : undefined;
}

/** Sends an invitation, a calendar or a message, to be taken as interviews about a posting or an opportunity. */
export async function sendInvitation(
  { subject, id }: InterviewSubject,
  body: Blob,
): Promise<Answer> {
  const type = body instanceof File ? invitationType(body) : "text/calendar";
  try {
    const response = await fetch(withBase(`/api/${subject}/${id}/invitation/`), {
      method: "POST",
      headers: { "content-type": type ?? "text/calendar", accept: "application/json" },
      body,
    });
    const answer = (await response.json()) as { interviews?: Taken[]; detail?: string };
    if (response.status === 401)
      return { error: "You are signed out. Sign in in a new tab, then try again." };
    return response.ok ? answer : { error: answer.detail ?? "It could not be read." };
  } catch {
    return { error: "Foothold did not answer. Try again in a moment." };
  }
}

/** What became of an invitation, in a sentence. */
export function outcomeOf({ interviews = [], error }: Answer): string {
  if (error) return error;
  const [first] = interviews;
  if (!first) return "There was nothing in it to add.";
  const isAlike = interviews.every(({ what }) => what === first.what);
  if (interviews.length === 1 || !isAlike) return words[first.what];
  return first.what === "added" ? `Added ${interviews.length} interviews` : words[first.what];
}
