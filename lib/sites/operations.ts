import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { jobPosting, jobSite } from "../../db/schema.ts";
import { collection } from "../http/collection.ts";
import { created, operation } from "../http/operation.ts";
import { representation } from "../http/representation.ts";
import { idParam, resource } from "../http/resource.ts";
import { createPostingOverApi, wholePosting } from "../postings/operations.ts";
import { postingInput } from "../postings/schema.ts";
import { createSite, deleteSite, updateSite } from "./commands.ts";
import { getSite } from "./queries.ts";
import { siteInput } from "./schema.ts";

const brief = representation("JobSiteInList", {
  id: "integer",
  site_name: "text",
  site_url: "text",
  rating: "integer",
  last_visited_at: "instant",
  headline: "text",
});

const whole = representation(
  "JobSite",
  {
    id: "integer",
    site_name: "text",
    site_url: "text",
    site_password: "sealed",
    rating: "integer",
    resume_format: "text",
    github_field: "boolean",
    project_site_field: "boolean",
    last_visited_at: "instant",
    resume_updated_at: "instant",
    headline: "text",
    description: "text",
    user: "integer",
  },
  ["site_password", "description"],
);

export const sites = resource({
  name: "job_site",
  thing: "job site",
  tag: "Job sites",
  whole,
  list: collection(jobSite, brief),
  body: siteInput,
  part: siteInput,
  find: getSite,
  create: (actor, input) => createSite(actor, { site_password: "", ...input }),
  update: updateSite,
  remove: deleteSite,
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
    const row = await createPostingOverApi(actor, { ...read(), job_site_id: site.id });
    return created(`/api/job_posting/${row.id}`, wholePosting.one(row, actor.time_zone));
  },
});
