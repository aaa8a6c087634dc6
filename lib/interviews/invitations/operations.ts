import "server-only";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { formatInstant } from "../../dates.ts";
import { dayOfValue, isDayValue } from "../../day-value.ts";
import { idParam, ok, operation } from "../../http/operation.ts";
import { getOpportunity } from "../../opportunities/queries.ts";
import { getPosting } from "../../postings/queries.ts";
import { interviewKind } from "../kind.ts";
import type { SubjectName } from "../with-subject.ts";
import { takeInvitation } from "./intake.ts";
import {
  type InvitationType,
  invitationTypes,
  maxInvitationBytes,
  readInvitation,
} from "./read.ts";

const moment = z.string().meta({ description: "A date-time, or a day of an event of whole days" });

const event = z
  .strictObject({
    uid: z.string(),
    method: z.string(),
    sequence: z.int(),
    summary: z.string(),
    starts_at: moment,
    ends_at: moment.nullable(),
    time_zone: z.string().nullable(),
    place: z.string(),
    url: z.string(),
    people: z.array(z.strictObject({ name: z.string(), email: z.string(), role: z.string() })),
  })
  .meta({ id: "InvitedEvent" });

const sample = {
  uid: "7f2c@fernfield.example",
  method: "REQUEST",
  sequence: 0,
  summary: "Interview: Backend developer",
  starts_at: "2024-04-10T10:00:00-07:00",
  ends_at: "2024-04-10T10:45:00-07:00",
  time_zone: "America/Los_Angeles",
  place: "Room 5",
  url: "https://meet.example/fern",
  people: [{ name: "Jonas Weber", email: "jonas@fernfield.example", role: "organizer" }],
};

export const readInterviewInvitation = operation({
  id: "read_interview_invitation",
  method: "POST",
  path: "/api/interview/read/",
  tag: interviewKind.tag,
  summary: "Read the events of an invitation, a calendar or a message with one, without writing",
  access: "user",
  file: { types: invitationTypes, maxBytes: maxInvitationBytes },
  example: { response: { events: [sample] } },
  responses: {
    200: { description: "Its events", schema: z.strictObject({ events: z.array(event) }) },
    400: { description: "There is nothing in it that can be read" },
  },
  run: async ({ actor, readFile }) => {
    const { type, bytes } = readFile();
    const zone = actor.time_zone;
    const found = await readInvitation(type as InvitationType, bytes, zone);
    const shown = (stored: string) =>
      isDayValue(stored) ? dayOfValue(stored) : formatInstant(stored, zone);
    return ok({
      events: found.map(({ cancelled: _, starts_at, ends_at, ...rest }) => ({
        uid: rest.uid,
        method: rest.method,
        sequence: rest.sequence,
        summary: rest.summary,
        starts_at: shown(starts_at),
        ends_at: ends_at && shown(ends_at),
        time_zone: rest.time_zone,
        place: rest.place,
        url: rest.url,
        people: rest.people,
      })),
    });
  },
});

const taken = z
  .strictObject({ id: z.int(), what: z.enum(["added", "moved", "called off", "known", "older"]) })
  .meta({ id: "TakenInvitation" });

/** Declares the operation that takes an invitation as interviews about the row of the path. */
const takeOperation = (
  subject: SubjectName,
  find: (actor: Actor, id: number) => Promise<{ id: number }>,
  definition: { id: string; summary: string },
) =>
  operation({
    ...definition,
    method: "POST",
    path: `/api/${subject}/{id}/invitation`,
    tag: interviewKind.tag,
    access: "user",
    params: idParam,
    file: { types: invitationTypes, maxBytes: maxInvitationBytes },
    example: { response: { interviews: [{ id: 1, what: "added" }] } },
    responses: {
      200: {
        description: "What became of each",
        schema: z.strictObject({ interviews: z.array(taken) }),
      },
      400: { description: "There is nothing in it that can be taken" },
      403: { description: "It is another person's" },
      404: { description: "It does not exist" },
    },
    run: async ({ actor, params, readFile }) => {
      const { id } = await find(actor, params.id);
      const { type, bytes } = readFile();
      const events = await readInvitation(type as InvitationType, bytes, actor.time_zone);
      return ok({ interviews: await takeInvitation(actor, { subject, id }, events) });
    },
  });

export const takePostingInvitation = takeOperation("job_posting", getPosting, {
  id: "take_posting_invitation",
  summary:
    "Take an invitation as an interview about a posting: an update moves it, a cancellation calls it off",
});

export const takeOpportunityInvitation = takeOperation("email_opportunity", getOpportunity, {
  id: "take_opportunity_invitation",
  summary: "Take an invitation as an interview about an opportunity",
});
