import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { event } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { instantInZone } from "../fields.ts";
import { sublistOperation } from "../http/list-response.ts";
import { idParam, noContent, operation } from "../http/operation.ts";
import { collection } from "../lists/collection.ts";
import { representation } from "../records/representation.ts";
import { correctMoment, type Subject } from "./commands.ts";
import { subjectColumns } from "./queries.ts";

const fact = representation(
  "Event",
  {
    id: "integer",
    kind: "text",
    occurred_at: "instant",
    recorded_at: "instant",
    from_value: "text",
    to_value: "text",
    via: "text",
  },
  ["from_value", "to_value"],
);

/** An example for the API's description. */
const sample = {
  id: 12,
  kind: "status",
  occurred_at: "2024-04-10T10:00:00-07:00",
  recorded_at: "2024-04-11T08:02:11.512000-07:00",
  from_value: "4 - No Response",
  to_value: "1 - Actively Engaged",
  via: "api",
};

/** Declares the operation that lists the events of one posting or opportunity. */
export function listEventsOf(
  subject: Subject,
  find: (actor: Actor, id: number) => Promise<{ id: number }>,
  definition: { id: string; summary: string },
) {
  const mine = eq(event.user_id, sql.placeholder("user"));
  const list = collection({
    table: event,
    scope: and(mine, eq(subjectColumns[subject], sql.placeholder("parent"))),
    representation: fact,
    fields: fact,
  });
  const path = `/api/${subject}/{id}/events`;
  return sublistOperation(find, { ...definition, path, tag: "Events", list, sample });
}

export const correctEvent = operation({
  id: "correct_event",
  method: "PATCH",
  path: "/api/event/{id}",
  tag: "Events",
  summary: "Correct when something happened; what happened stays",
  access: "user",
  params: idParam,
  body: (zone) => z.object({ occurred_at: instantInZone(zone) }),
  example: { request: { occurred_at: sample.occurred_at } },
  responses: {
    204: { description: "Corrected" },
    400: { description: "What is wrong at each field" },
    404: { description: "There is no such event" },
  },
  run: async ({ actor, params, read }) => {
    await correctMoment(actor, params.id, (await read()).occurred_at);
    return noContent;
  },
});
