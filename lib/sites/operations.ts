import "server-only";
import { jobSite } from "../../db/schema.ts";
import { collection, ofActor } from "../http/collection.ts";
import { representation } from "../http/representation.ts";
import { resource } from "../http/resource.ts";
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
  list: collection({
    table: jobSite,
    scope: ofActor(jobSite),
    representation: brief,
    fields: whole,
  }),
  body: siteInput,
  part: siteInput,
  find: getSite,
  create: (actor, input) => createSite(actor, { site_password: "", ...input }),
  update: updateSite,
  remove: deleteSite,
});
