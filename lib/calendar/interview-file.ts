import { basePath } from "../base-path.ts";
import "server-only";
import { z } from "zod";
import { env } from "../env.ts";
import { idParam, operation } from "../http/operation.ts";
import { interviewKind } from "../interviews/kind.ts";
import { getInterview } from "../interviews/queries.ts";
import { valueWords } from "../records/value-words.ts";
import { interviewEntry } from "./entries.ts";
import { iCalendar } from "./icalendar.ts";

const type = "text/calendar";

export const readInterviewCalendar = operation({
  id: "read_interview_calendar",
  method: "GET",
  path: "/api/interview/{id}/calendar/",
  tag: interviewKind.tag,
  summary:
    "One interview as a file for calendars (RFC 5545), the same event as in your calendar addresses",
  access: "user",
  params: idParam,
  produces: type,
  responses: {
    200: { description: "The calendar", schema: z.string() },
    403: { description: "The interview is another person's" },
    404: { description: "There is no such interview" },
  },
  example: { response: "BEGIN:VCALENDAR\r\n…" },
  run: async ({ actor, params, request }) => {
    const { id, kind } = await getInterview(actor, params.id);
    const calendar = {
      name: valueWords(kind) || interviewKind.label.one,
      zone: actor.time_zone,
      alarm_minutes: null,
      address: new URL(env().PUBLIC_URL ?? request.url).origin + basePath,
    };
    return {
      status: 200,
      headers: {
        "content-type": `${type}; charset=utf-8`,
        "content-disposition": `attachment; filename="interview-${id}.ics"`,
        "cache-control": "private, no-store",
      },
      text: await iCalendar(await interviewEntry(actor.user_id, id), calendar),
    };
  },
});
