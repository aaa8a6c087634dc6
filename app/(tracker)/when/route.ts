import { formatDue } from "@/components/follow-ups/due-words.ts";
import { actionActor } from "@/lib/accounts/auth/current.ts";
import { datetimeLocalValue } from "@/lib/dates.ts";
import { maxWhenLength } from "@/lib/follow-ups/values.ts";
import { readWhen } from "@/lib/follow-ups/words.ts";

/** What the words for a day mean that are typed so far: the day, the time and both in words. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actionActor().catch(() => null);
  if (!actor) return Response.json({}, { status: 401 });
  const words = new URL(request.url).searchParams.get("q") ?? "";
  const zone = actor.time_zone;
  const read = await readWhen(words.slice(0, maxWhenLength + 1), zone);
  const answer =
    "fault" in read
      ? read
      : {
          due_on: read.due_on,
          due_time: datetimeLocalValue(read.due_at, zone).slice(11),
          words: formatDue(read, zone),
        };
  return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
}
