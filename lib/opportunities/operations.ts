import "server-only";
import { sql } from "drizzle-orm";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import { guarded } from "../duplicates/operations.ts";
import { listEventsOf } from "../events/operations.ts";
import { listOperation } from "../http/list-response.ts";
import { resource } from "../http/resource.ts";
import { liveCollection } from "../lists/collection.ts";
import { briefOf, representationOf, sampleOf } from "../records/derive.ts";
import { createOpportunity, deleteOpportunity, updateOpportunity } from "./commands.ts";
import { opportunityFields } from "./fields.ts";
import { opportunityKind } from "./kind.ts";
import { getOpportunity, isActiveOpportunity } from "./queries.ts";
import { opportunityInput } from "./schema.ts";

const wholeOpportunity = representationOf("EmailOpportunity", opportunityFields);

const sample = sampleOf(opportunityFields);

const plain = resource(opportunityKind, {
  representation: wholeOpportunity,
  sample,
  list: liveCollection(emailOpportunity, wholeOpportunity),
  body: opportunityInput,
  partialBody: (zone) => opportunityInput(zone).partial(),
  find: getOpportunity,
  create: createOpportunity,
  update: updateOpportunity,
  remove: deleteOpportunity,
});

export const opportunities = { ...plain, create: guarded(opportunityKind.name, plain.create) };

const brief = briefOf("EmailOpportunityInList", wholeOpportunity, [
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
  list: liveCollection(
    emailOpportunity,
    wholeOpportunity,
    brief,
    isActiveOpportunity(sql.placeholder("user")),
  ),
  sample,
});

export const listOpportunityEvents = listEventsOf("email_opportunity", getOpportunity, {
  id: "list_opportunity_events",
  summary: "What happened to an opportunity, as it was recorded",
});
