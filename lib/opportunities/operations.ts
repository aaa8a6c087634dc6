import "server-only";
import { and, type SQL } from "drizzle-orm";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import { eventSample, eventsOf } from "../events/operations.ts";
import { listOperation, sublistOperation } from "../http/list-response.ts";
import { resource } from "../http/resource.ts";
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

export const listActiveOpportunities = listOperation({
  id: "list_active_opportunities",
  path: "/api/email_opportunity/active/",
  tag: "Opportunities",
  summary: "Your opportunities that are still open, by id",
  list: listOf(brief, isActiveOpportunity),
  sample,
});

export const listOpportunityEvents = sublistOperation(getOpportunity, {
  id: "list_opportunity_events",
  path: "/api/email_opportunity/{id}/events",
  tag: "Events",
  summary: "What happened to an opportunity, as it was recorded",
  list: eventsOf("email_opportunity"),
  sample: eventSample,
});
