import "server-only";
import { and, type SQL } from "drizzle-orm";
import { z } from "zod";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import { eventSample, eventsOf } from "../events/operations.ts";
import { listResponse } from "../http/list-response.ts";
import { operation } from "../http/operation.ts";
import { idParam, resource } from "../http/resource.ts";
import { collection } from "../lists/collection.ts";
import { live } from "../records/conditions.ts";
import { briefOf, representationOf, sampleOf } from "../records/derive.ts";
import type { Representation } from "../records/representation.ts";
import { createOpportunity, deleteOpportunity, updateOpportunity } from "./commands.ts";
import { opportunityFields } from "./fields.ts";
import { opportunityKind } from "./kind.ts";
import { getOpportunity, isActiveOpportunity } from "./queries.ts";
import { opportunityInput } from "./schema.ts";

const whole = representationOf("EmailOpportunity", opportunityFields);

const sample = sampleOf(opportunityFields);

const listOf = (representation: Representation, only?: SQL) =>
  collection({
    table: emailOpportunity,
    scope: and(live(emailOpportunity), only),
    representation,
    fields: whole,
  });

export const opportunities = resource(opportunityKind, {
  representation: whole,
  sample,
  list: listOf(whole),
  body: opportunityInput,
  partialBody: (zone) => opportunityInput(zone).partial(),
  find: getOpportunity,
  create: createOpportunity,
  update: updateOpportunity,
  remove: deleteOpportunity,
});

const brief = briefOf("EmailOpportunityInList", whole, [
  "id",
  "recruiter_name",
  "job_title",
  "opportunity_status",
  "email_received_at",
]);

const active = listOf(brief, isActiveOpportunity);

export const listActiveOpportunities = operation({
  id: "list_active_opportunities",
  method: "GET",
  path: "/api/email_opportunity/active/",
  tag: "Opportunities",
  summary: "Your opportunities that are still open, by id",
  access: "user",
  responses: { 200: { description: "The list", schema: z.array(brief.schema) } },
  list: active,
  example: { response: [Object.fromEntries(brief.fields.map(([name]) => [name, sample[name]]))] },
  run: (call) => listResponse(active, call),
});

const events = eventsOf("email_opportunity");

export const listOpportunityEvents = operation({
  id: "list_opportunity_events",
  method: "GET",
  path: "/api/email_opportunity/{id}/events",
  tag: "Events",
  summary: "What happened to an opportunity, as it was recorded",
  access: "user",
  params: idParam,
  responses: {
    200: { description: "The list", schema: z.array(events.representation.schema) },
    403: { description: "It is another person's" },
    404: { description: "It does not exist" },
  },
  list: events,
  example: { response: [eventSample] },
  run: async (call) => {
    const opportunity = await getOpportunity(call.actor, call.params.id);
    return listResponse(events, call, opportunity.id);
  },
});
