import "server-only";
import { inArray } from "drizzle-orm";
import { z } from "zod";
import { jobPosting } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { collection } from "../http/collection.ts";
import { noContent, operation } from "../http/operation.ts";
import { representation } from "../http/representation.ts";
import { resource } from "../http/resource.ts";
import { createPosting, deletePosting, updatePosting } from "./commands.ts";
import { getPosting } from "./queries.ts";
import { type PostingInput, postingInput } from "./schema.ts";
import { activeStatuses } from "./values.ts";

const brief = representation(
  "JobPostingInList",
  {
    id: "integer",
    company_name: "text",
    posting_title: "text",
    posting_status: "text",
    rejected_after_stage: "text",
    applied_at: "instant",
    rejected_at: "instant",
  },
  ["applied_at", "rejected_at"],
);

export const wholePosting = representation(
  "JobPosting",
  {
    id: "integer",
    company_name: "text",
    posting_title: "text",
    posting_status: "text",
    posting_url_full: "text",
    posting_url_domain: "text",
    posting_password: "sealed",
    pay_range: "text",
    location_type: "text",
    location_city: "text",
    employment_type: "text",
    applied_at: "instant",
    interviewed_at: "instant",
    rejected_at: "instant",
    rejected_after_stage: "text",
    job_scan_info: "text",
    outreach_info: "text",
    time_spent: "integer",
    technology_string: "text",
    technology_stack: "json",
    comments: "json",
    posting_application_questions: "json",
    job_description: "text",
    job_site_id: "integer",
    user: "integer",
  },
  [
    "posting_password",
    "applied_at",
    "interviewed_at",
    "rejected_at",
    "job_scan_info",
    "outreach_info",
    "time_spent",
    "technology_stack",
    "comments",
    "posting_application_questions",
  ],
);

/** Adds a posting as the documented API does: what is not sent is empty, the status too. */
export function createPostingOverApi(actor: Actor, input: PostingInput) {
  return createPosting(actor, { posting_status: "", posting_password: "", ...input });
}

export const postings = resource({
  name: "job_posting",
  thing: "job posting",
  tag: "Job postings",
  whole: wholePosting,
  list: collection(jobPosting, brief),
  body: postingInput,
  part: (zone) => postingInput(zone).partial(),
  find: getPosting,
  create: createPostingOverApi,
  update: updatePosting,
  remove: deletePosting,
});

const active = collection(
  jobPosting,
  brief,
  inArray(jobPosting.posting_status, [...activeStatuses]),
);

export const listActivePostings = operation({
  id: "list_active_postings",
  method: "GET",
  path: "/api/job_posting/active/",
  tag: "Job postings",
  summary: "Your postings that are actively engaged or await feedback, by id",
  access: "user",
  responses: {
    200: { description: "The list", schema: z.array(brief.schema) },
    204: { description: "There are none" },
  },
  run: async ({ actor }) => {
    const json = await active.all(actor);
    return json === "[]" ? noContent : { status: 200, json };
  },
});
