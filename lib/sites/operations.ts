import "server-only";
import { jobSite } from "../../db/schema/tracker.ts";
import { resource } from "../http/resource.ts";
import { collection } from "../lists/collection.ts";
import { live } from "../records/conditions.ts";
import { briefOf, representationOf, sampleOf } from "../records/derive.ts";
import { createSite, deleteSite, updateSite } from "./commands.ts";
import { siteFields } from "./fields.ts";
import { siteKind } from "./kind.ts";
import { getSite } from "./queries.ts";
import { siteInput } from "./schema.ts";

const whole = representationOf("JobSite", siteFields);

const brief = briefOf("JobSiteInList", whole, [
  "id",
  "site_name",
  "site_url",
  "rating",
  "last_visited_at",
  "headline",
]);

export const sites = resource(siteKind, {
  representation: whole,
  sample: sampleOf(siteFields),
  list: collection({ table: jobSite, scope: live(jobSite), representation: brief, fields: whole }),
  body: siteInput,
  partialBody: siteInput,
  find: getSite,
  create: (actor, input) => createSite(actor, { site_password: "", ...input }),
  update: updateSite,
  remove: deleteSite,
});
