import "server-only";
import { jobSite } from "../../db/schema/tracker.ts";
import { resource } from "../http/resource.ts";
import { collection, ofActor } from "../lists/collection.ts";
import { representation } from "../lists/representation.ts";
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
  sample: {
    id: 1,
    site_name: "Fern & Field careers",
    site_url: "https://careers.fernfield.example/",
    site_password: "",
    rating: 4,
    resume_format: "PDF Only",
    github_field: true,
    project_site_field: false,
    last_visited_at: "2024-05-01T09:30:00-07:00",
    resume_updated_at: "2024-04-20T11:00:00-07:00",
    headline: "Backend developer",
    description: "<p>New postings on Mondays</p>",
    user: 1,
  },
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
