import "server-only";
import { notInArray } from "drizzle-orm";
import { z } from "zod";
import { emailOpportunity } from "../../db/schema.ts";
import { collection } from "../http/collection.ts";
import { operation } from "../http/operation.ts";
import { representation } from "../http/representation.ts";
import { resource } from "../http/resource.ts";
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

export const opportunities = resource({
  name: "email_opportunity",
  thing: "opportunity",
  tag: "Opportunities",
  whole,
  list: collection(emailOpportunity, whole),
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

const active = collection(
  emailOpportunity,
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
  run: async ({ actor }) => ({ status: 200, json: await active.all(actor) }),
});
