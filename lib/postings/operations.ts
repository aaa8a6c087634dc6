import "server-only";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { jobPosting } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { collection } from "../http/collection.ts";
import { created, noContent, operation } from "../http/operation.ts";
import { representation } from "../http/representation.ts";
import { idParam, resource } from "../http/resource.ts";
import { getSite } from "../sites/queries.ts";
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
function createOverApi(actor: Actor, input: PostingInput) {
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
  create: createOverApi,
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

const postingOfSite = representation("PostingOfSite", {
  id: "integer",
  company_name: "text",
  posting_title: "text",
  posting_status: "text",
  applied_at: "instant",
});

const ofSite = collection(
  jobPosting,
  postingOfSite,
  sql`${jobPosting.job_site_id} = ${sql.placeholder("parent")}`,
);

const onSite = {
  tag: "Job sites",
  access: "user" as const,
  path: "/api/job_site/{id}/postings",
  params: idParam,
};
const refusals = {
  403: { description: "The site is another person's" },
  404: { description: "There is no such site" },
};

export const listSitePostings = operation({
  ...onSite,
  id: "list_site_postings",
  method: "GET",
  summary: "The postings of one site, by id",
  responses: {
    200: { description: "The list", schema: z.array(postingOfSite.schema) },
    ...refusals,
  },
  run: async ({ actor, params }) => {
    const site = await getSite(actor, params.id);
    return { status: 200, json: await ofSite.all(actor, site.id) };
  },
});

export const createSitePosting = operation({
  ...onSite,
  id: "create_site_posting",
  method: "POST",
  summary: "Add a posting under the site of the path",
  body: (zone) => postingInput(zone).omit({ job_site_id: true }),
  responses: {
    201: { description: "Created", schema: wholePosting.schema },
    400: { description: "What is wrong at each field" },
    ...refusals,
  },
  run: async ({ actor, params, read }) => {
    const site = await getSite(actor, params.id);
    const row = await createOverApi(actor, { ...read(), job_site_id: site.id });
    return created(`/api/job_posting/${row.id}`, wholePosting.one(row, actor.time_zone));
  },
});
