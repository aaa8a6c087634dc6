import "server-only";
import { jobSite } from "../../db/schema/tracker.ts";
import { resource } from "../http/resource.ts";
import { liveCollection } from "../lists/collection.ts";
import { briefOf, representationOf, sampleOf } from "../records/derive.ts";
import { createSite, deleteSite, updateSite } from "./commands.ts";
import { siteFields } from "./fields.ts";
import { siteKind } from "./kind.ts";
import { getSite } from "./queries.ts";
import { siteInput } from "./schema.ts";

const wholeSite = representationOf("JobSite", siteFields);

const brief = briefOf("JobSiteInList", wholeSite, [
  "id",
  "site_name",
  "site_url",
  "rating",
  "last_visited_at",
  "headline",
]);

export const sites = resource(siteKind, {
  representation: wholeSite,
  sample: sampleOf(siteFields),
  list: liveCollection(jobSite, wholeSite, brief),
  body: siteInput,
  partialBody: siteInput,
  find: getSite,
  create: (actor, input) => createSite(actor, { site_password: "", ...input }),
  update: updateSite,
  remove: deleteSite,
});
