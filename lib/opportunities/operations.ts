import "server-only";
import { notInArray, type SQL } from "drizzle-orm";
import { z } from "zod";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import { eventSample, eventsOf } from "../events/operations.ts";
import { listing } from "../http/list-response.ts";
import { operation } from "../http/operation.ts";
import { idParam, resource } from "../http/resource.ts";
import { collection, ofActor } from "../lists/collection.ts";
import { type Representation, representation } from "../lists/representation.ts";
import { createOpportunity, deleteOpportunity, updateOpportunity } from "./commands.ts";
import { getOpportunity } from "./queries.ts";
import { opportunityInput } from "./schema.ts";
import { closedOpportunityStatuses } from "./values.ts";

const whole = representation(
  "EmailOpportunity",
  {
    id: "integer",
    job_title: "text",
    opportunity_status: "text",
    recruiter_name: "text",
    recruiter_company: "text",
    email_received_at: "instant",
    employment_type: "text",
    job_duration: "text",
    location_type: "text",
    location_city: "text",
    comments: "json",
    job_description: "text",
    user: "integer",
  },
  ["comments", "job_description"],
);

const listOf = (representation: Representation, only?: SQL) =>
  collection({
    table: emailOpportunity,
    scope: ofActor(emailOpportunity, only),
    representation,
    fields: whole,
  });

const sample: Record<string, unknown> = {
  id: 1,
  job_title: "Data engineer",
  opportunity_status: "5 - Showed Opportunity Interest",
  recruiter_name: "Robin Lindqvist",
  recruiter_company: "Harbour Talent",
  email_received_at: "2024-06-03T14:20:00-07:00",
  employment_type: "Contract",
  job_duration: "6 months",
  location_type: "Remote",
  location_city: "Portland",
  comments: [],
  job_description: "<p>Pipelines for a wind farm</p>",
  user: 1,
};

export const opportunities = resource({
  name: "email_opportunity",
  thing: "opportunity",
  tag: "Opportunities",
  whole,
  sample,
  list: listOf(whole),
  body: opportunityInput,
  part: (zone) => opportunityInput(zone).partial(),
  find: getOpportunity,
  create: createOpportunity,
  update: updateOpportunity,
  remove: deleteOpportunity,
});

const brief = representation("EmailOpportunityInList", {
  id: "integer",
  recruiter_name: "text",
  job_title: "text",
  opportunity_status: "text",
  email_received_at: "instant",
});

const active = listOf(
  brief,
  notInArray(emailOpportunity.opportunity_status, [...closedOpportunityStatuses]),
);

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
  run: (call) => listing(active, call),
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
    return listing(events, call, opportunity.id);
  },
});
